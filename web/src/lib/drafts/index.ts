// Drafts of posts and threads: docs/decisions/010-a-draft-says-what-it-has-seen.md

export { emptyDraft, isBlank } from './content.ts';
export { type DraftAtPlace, draftHere, draftsHere } from './here.ts';
export type { Clash, DraftKeeper, DraftStatus, HereDraft } from './keeper.ts';
export { draftPlace, type Found, findStored, isGiven, newThreadPlace } from './stored.ts';
export { draftOf, joined, takeBack } from './take-back.ts';
export { throwAway } from './throw-away.ts';
export { useDraftKeeper } from './use-draft-keeper.ts';
