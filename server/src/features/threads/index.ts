export { visibleThreads } from '../spaces/index.ts';
export { postFor, threadFor } from './access.ts';
export * from './actions/index.ts';
export { permalinkDocument, threadDocument } from './document.ts';
export { createLiveReading } from './live-reading.ts';
export type { SharedSummary } from './load.ts';
export { createThreadMemory, type ThreadMemory } from './memory.ts';
export {
  firstPostOf,
  getPosts,
  getSummaries,
  getSyntheses,
} from './queries.ts';
export { mayBeShown, standingPassage } from './quotes.ts';
export { serveThreads } from './routes.ts';
export { threadTasks } from './tasks.ts';
export { listThreads } from './thread-list.ts';
export { getThreadPage } from './thread-page.ts';
