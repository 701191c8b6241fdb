import type { Tx } from '@counterpart/db';
import { member, roleGrant, spaceMember, spaceRequest } from '@counterpart/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { acting } from '../../platform/acting.ts';
import type { Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { spaceFor } from './access.ts';
import { mayAdmit, mayJoin, mayRequest } from './policy.ts';

async function addMember(tx: Tx, spaceId: number, memberId: number, admittedBy: number | null) {
  const added = await tx.orm
    .insert(spaceMember)
    .values({ spaceId, memberId, joinedAt: tx.now, admittedBy })
    .onConflictDoNothing()
    .returning();
  await tx.orm
    .delete(spaceRequest)
    .where(and(eq(spaceRequest.spaceId, spaceId), eq(spaceRequest.memberId, memberId)));
  if (added.length > 0) tellMembership(tx, spaceId, memberId);
}

/** The member's rights change, and so may what the page of the space shows. */
function tellMembership(tx: Tx, spaceId: number, memberId: number): void {
  tx.emit({ scope: `member:${memberId}`, type: 'access.changed', subject: spaceId, version: 1 });
  tx.emit({ scope: `space:${spaceId}`, type: 'space.changed', subject: spaceId, version: 1 });
}

/** Joins an open space inside the transaction of something else, such as starting a thread there. */
export async function joinWithin(tx: Tx, actor: Actor, spaceId: number): Promise<void> {
  await addMember(tx, spaceId, actor.memberId, null);
}

/** Joins an open space, or leaves a request at a restricted one. Again changes nothing. */
export async function joinSpace(house: House, actor: Actor, id: number): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const found = await spaceFor(tx.orm, actor, id);
    if (found.joined) return;
    if (mayJoin(actor, found)) return addMember(tx, id, actor.memberId, null);
    if (!mayRequest(actor, found)) throw new Refusal('not-allowed');
    await tx.orm
      .insert(spaceRequest)
      .values({ spaceId: id, memberId: actor.memberId, requestedAt: tx.now })
      .onConflictDoNothing();
    tx.emit({ scope: `space:${id}`, type: 'space.changed', subject: id, version: 1 });
  });
}

async function endMembership(tx: Tx, spaceId: number, memberId: number): Promise<void> {
  const ended = await tx.orm
    .delete(spaceMember)
    .where(and(eq(spaceMember.spaceId, spaceId), eq(spaceMember.memberId, memberId)))
    .returning();
  const withdrawn = await tx.orm
    .delete(spaceRequest)
    .where(and(eq(spaceRequest.spaceId, spaceId), eq(spaceRequest.memberId, memberId)))
    .returning();
  // Whoever leaves a space no longer looks after it.
  const laidDown = await tx.orm
    .update(roleGrant)
    .set({ untilAt: tx.now })
    .where(
      and(
        eq(roleGrant.spaceId, spaceId),
        eq(roleGrant.memberId, memberId),
        sql`(${roleGrant.untilAt} is null or ${roleGrant.untilAt} > ${tx.now.toISOString()})`,
      ),
    )
    .returning();
  if (ended.length + withdrawn.length + laidDown.length > 0) tellMembership(tx, spaceId, memberId);
}

/** Leaves a space or takes a request back. Again changes nothing. */
export async function leaveSpace(house: House, actor: Actor, id: number): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    await spaceFor(tx.orm, actor, id);
    await endMembership(tx, id, actor.memberId);
  });
}

async function spaceToAdmit(tx: Tx, actor: Actor, id: number) {
  const found = await spaceFor(tx.orm, actor, id);
  if (!mayAdmit(actor, found)) throw new Refusal('not-allowed');
  return found;
}

/** Lets a member into a restricted or private space. */
export async function admitToSpace(
  house: House,
  actor: Actor,
  { id, memberId }: { id: number; memberId: number },
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    await spaceToAdmit(tx, actor, id);
    const [known] = await tx.orm
      .select({ id: member.id })
      .from(member)
      .where(and(eq(member.id, memberId), eq(member.state, 'active')));
    if (known === undefined) throw notFound();
    await addMember(tx, id, memberId, actor.memberId);
  });
}

/** Ends a membership or declines a request. */
export async function removeFromSpace(
  house: House,
  actor: Actor,
  { id, memberId }: { id: number; memberId: number },
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    await spaceToAdmit(tx, actor, id);
    await endMembership(tx, id, memberId);
  });
}
