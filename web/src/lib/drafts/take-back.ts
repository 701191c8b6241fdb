import type { DraftContent } from '@counterpart/contract';
import { type OutboxEntry, outbox } from '../outbox/index.ts';
import { typed } from '../typed.ts';
import { emptyDraft } from './content.ts';
import { draftHere } from './here.ts';
import type { HereDraft } from './keeper.ts';
import { placeOf } from './stored.ts';

/** What was written, as a draft again. */
export function draftOf(entry: OutboxEntry): DraftContent {
  if (entry.route === 'createPost') {
    const { body, quote } = entry.input.body;
    const quoted = { quotePostId: quote?.postId ?? null, quoteText: quote?.text ?? null };
    return { ...emptyDraft, body, ...quoted };
  }
  const { clientKey: _spent, draft: _gone, ...written } = entry.input.body;
  return { ...emptyDraft, ...written };
}

/** Two texts for one place stand one below the other. */
export function joined(one: DraftContent | null, other: DraftContent): DraftContent {
  if (!one) return other;
  const words = [one.body, one.title ? other.title : '', other.body];
  return {
    ...other,
    ...one,
    title: one.title || other.title,
    body: words.filter((text) => text.trim() !== '').join('\n\n'),
  };
}

/**
 * Takes a writing out of the outbox and lays it where it was written, as what is typed there. Gives it
 * as it was; undefined when it has gone.
 */
export async function takeBack(entry: OutboxEntry): Promise<OutboxEntry | undefined> {
  const taken = await outbox.take(entry.clientKey);
  if (!taken) return undefined;
  const place = placeOf(taken);
  const { member } = taken;
  const seen = taken.input.body.draft ?? null;
  const here: HereDraft = draftHere(member, place) ?? {
    content: null,
    seen,
    given: seen,
    asked: [],
  };
  const content = joined(here.content, draftOf(taken));
  typed().keep(member, place, { ...here, content } satisfies HereDraft);
  return taken;
}
