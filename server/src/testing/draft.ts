import type { DraftContent } from '@counterpart/contract';

/** A draft in which nothing has been written yet. */
export const emptyDraft: DraftContent = {
  spaceId: null,
  kind: null,
  title: '',
  body: '',
  language: null,
  themes: [],
  sharing: null,
  quotePostId: null,
  quoteText: null,
};
