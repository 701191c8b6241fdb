export { postFor, threadFor, visibleThreads } from './access.ts';
export * from './actions/index.ts';
export { permalinkDocument, threadDocument } from './document.ts';
export { createLiveReading } from './live-reading.ts';
export { firstPostOf, getPosts } from './queries.ts';
export { serveThreads } from './routes.ts';
export { threadTasks } from './tasks.ts';
export { listThreads } from './thread-list.ts';
export { createThreadMemory, getThreadPage, type ThreadMemory } from './thread-page.ts';
