// Drafts of posts and threads: docs/decisions/010-a-draft-says-what-it-has-seen.md
export { emptyDraft, isBlank } from './content.ts';
export type { Clash, DraftKeeper, DraftStatus, HereDraft } from './keeper.ts';
export { draftPlace, type Found, findStored, isGiven, newThreadPlace } from './stored.ts';
export { throwAway } from './throw-away.ts';
export { draftHere, useDraftKeeper } from './use-draft-keeper.ts';
