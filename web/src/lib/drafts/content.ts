import type { DraftContent } from '@counterpart/contract';

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

/** Whether no word is written that would be missed; a chosen space or a quotation alone is none. */
export function isBlank({ title, body }: DraftContent): boolean {
  return title.trim() === '' && body.trim() === '';
}

function inOrder(content: DraftContent): string {
  return JSON.stringify(Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two drafts say the same, in whatever order they were written down. */
export function isSame(one: DraftContent, other: DraftContent): boolean {
  return inOrder(one) === inOrder(other);
}
