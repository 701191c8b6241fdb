export { ThreadFilters } from './ThreadFilters.tsx';
export { ThreadItem, type ThreadItemProps } from './ThreadItem.tsx';
export { NoThreads, ThreadList } from './ThreadList.tsx';
export { type ThreadView, threadViewFrom } from './thread-view.ts';
