import { readingRoutes, type StoredDraft } from '@counterpart/contract';
import { call } from '../api.ts';
import { type OutboxEntry, outbox } from '../outbox/index.ts';

/** Where drafts of a thread are kept. */
export const draftPlace = (threadId: number): string => `thread-${threadId}`;
/** Where the draft of a new thread is kept. */
export const newThreadPlace = 'new';

export function placeOf({ input }: OutboxEntry): string {
  return input.params === undefined ? newThreadPlace : draftPlace(input.params.id);
}

/** Whether the text of a draft is in the outbox: then that is where it is shown, and it stays until it is sent. */
export function isGiven(
  draft: StoredDraft & { place: string },
  entries: readonly OutboxEntry[],
): boolean {
  const { place, content, updatedAt } = draft;
  return entries.some((entry) => {
    const { body } = entry.input;
    return placeOf(entry) === place && (body.draft === updatedAt || body.body === content.body);
  });
}

export interface Found {
  stored: StoredDraft | null;
  isGiven: boolean;
}

/** The draft that the server has for a place; throws when it cannot be asked. */
export async function findStored(place: string, signal?: AbortSignal): Promise<Found> {
  const [{ items }, entries] = await Promise.all([
    call(readingRoutes.listDrafts, {}, { signal }),
    outbox.entries().catch(() => []),
  ]);
  const draft = items.find((one) => one.place === place);
  return { stored: draft ?? null, isGiven: draft !== undefined && isGiven(draft, entries) };
}
