import { isDeepStrictEqual } from 'node:util';
import type { DraftContent } from '@counterpart/contract';
import type { Orm, Tx } from '@counterpart/db';
import { draft } from '@counterpart/db/schema';
import { and, eq, or, sql } from 'drizzle-orm';
import { acting } from '../../platform/acting.ts';
import type { Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { Refusal } from '../../platform/refusal.ts';
import { threadFor } from '../threads/index.ts';
import { type DraftRow, storedDraftView } from './view.ts';

const fresh = 'new';

/** The thread a draft place belongs to; null for a thread that is not written yet. */
function threadOfPlace(place: string): number | null {
  return place === fresh ? null : Number(place.slice('thread-'.length));
}

/** Where the draft of a post was kept. */
export function draftPlaceOf({ threadId, seq }: { threadId: number; seq: number }): string {
  return seq === 1 ? fresh : `thread-${threadId}`;
}

function at(memberId: number, place: string) {
  return and(eq(draft.memberId, memberId), eq(draft.place, place));
}

async function storedAt(
  orm: Orm,
  memberId: number,
  place: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<DraftRow | undefined> {
  const found = orm
    .select({ content: draft.content, updatedAt: draft.updatedAt })
    .from(draft)
    .where(at(memberId, place));
  const [row] = await (lock ? found.for('update') : found);
  return row;
}

function changed(stored: DraftRow | undefined): Refusal {
  return new Refusal('draft-changed', { draft: stored ? storedDraftView(stored) : null });
}

async function store(tx: Tx, actor: Actor, place: string, content: DraftContent): Promise<Date> {
  const { memberId } = actor;
  const row = { memberId, place, threadId: threadOfPlace(place), content, updatedAt: tx.now };
  const made = await tx.orm.insert(draft).values(row).onConflictDoNothing().returning();
  // Another page of the same member was first.
  if (made.length === 0) throw changed(await storedAt(tx.orm, actor.memberId, place));
  return row.updatedAt;
}

/**
 * Keeps what is typed in place of the draft that its writer has seen; `seen` is that one's time, null
 * for none. What was kept by another page meanwhile is refused with it, so that neither text is lost;
 * the same content once more is a success. Gives the time.
 */
export async function keepDraft(
  house: House,
  actor: Actor,
  place: string,
  { seen, ...content }: DraftContent & { seen: string | null },
): Promise<Date> {
  return house.db.transaction(acting(actor), async (tx) => {
    const threadId = threadOfPlace(place);
    if (threadId !== null) await threadFor(tx.orm, actor, threadId);
    const stored = await storedAt(tx.orm, actor.memberId, place, { lock: true });
    if (stored && isDeepStrictEqual(storedDraftView(stored).content, content)) {
      return stored.updatedAt;
    }
    const isSeen = stored?.updatedAt.getTime() === (seen === null ? undefined : Date.parse(seen));
    if (!isSeen) throw changed(stored);
    if (!stored) return store(tx, actor, place, content);
    // Two changes never bear the same time, however fast they come.
    const updatedAt = new Date(Math.max(tx.now.getTime(), stored.updatedAt.getTime() + 1));
    await tx.orm.update(draft).set({ content, updatedAt }).where(at(actor.memberId, place));
    return updatedAt;
  });
}

/** Throws a draft away as it was seen; one that was changed since is refused. Again changes nothing. */
export async function dropDraft(
  house: House,
  actor: Actor,
  place: string,
  seen: string,
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const stored = await storedAt(tx.orm, actor.memberId, place, { lock: true });
    if (!stored) return;
    if (stored.updatedAt.getTime() !== Date.parse(seen)) throw changed(stored);
    await tx.orm.delete(draft).where(at(actor.memberId, place));
  });
}

/**
 * What was sent is stored: the draft it was written as is gone, and one that says the same, which may
 * have been kept while it was sent. A text that was begun since stays. When nothing stands there any more,
 * it was sent or thrown away elsewhere, and is refused. Gives whether a draft went.
 */
export async function sendDraft(
  tx: Tx,
  memberId: number,
  place: string,
  { body, draft: seen }: { body: string; draft?: string | undefined },
): Promise<boolean> {
  const isSame = sql`${draft.content} ->> 'body' = ${body}`;
  const which = seen === undefined ? isSame : or(eq(draft.updatedAt, new Date(seen)), isSame);
  const went = await tx.orm
    .delete(draft)
    .where(and(at(memberId, place), which))
    .returning({ place: draft.place });
  if (went.length === 0 && seen !== undefined && !(await storedAt(tx.orm, memberId, place)))
    throw changed(undefined);
  return went.length > 0;
}
