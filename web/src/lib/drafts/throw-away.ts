import { readingRoutes } from '@counterpart/contract';
import { call } from '../api.ts';
import { outbox } from '../outbox/index.ts';
import { placeOf } from './stored.ts';

/** Takes a writing out of the outbox for good, and the draft it was written as. */
export async function throwAway(clientKey: string): Promise<void> {
  const taken = await outbox.take(clientKey);
  const seen = taken?.input.body.draft;
  if (taken === undefined || seen === undefined) return;
  const input = { params: { place: placeOf(taken) }, query: { seen } };
  // Another text stands there by now, or nobody can be reached: then it is in the list of drafts.
  await call(readingRoutes.dropDraft, input).catch(() => undefined);
}
