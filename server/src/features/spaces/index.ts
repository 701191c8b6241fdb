export {
  innerSpaces,
  readableSpaces,
  type SpaceOfActor,
  spaceFor,
  threadsVisibleTo,
  visibleSpaces,
  visibleThreads,
} from './access.ts';
export { joinWithin } from './actions.ts';
export { spaceAnswers } from './document.ts';
export { mayFacilitate, mayStartKind, sharingIn } from './policy.ts';
export { serveSpaces } from './routes.ts';
export { spaceTasks, watchEndingRoles } from './tasks.ts';
export { type SpaceBriefRow, spaceBriefView } from './view.ts';
export { waitsForReader } from './waits.ts';
