import { draftContent, type StoredDraft } from '@counterpart/contract';

export interface DraftRow {
  content: unknown;
  updatedAt: Date;
}

/** A draft as its writer sees it; one from a version before has no passage yet. */
export function storedDraftView({ content, updatedAt }: DraftRow): StoredDraft {
  const whole = { quoteText: null, ...(content as object) };
  return { content: draftContent.parse(whole), updatedAt: updatedAt.toISOString() };
}
