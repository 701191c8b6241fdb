import type { BodyOf, threadRoutes } from '@counterpart/contract';
import type { Tx } from '@counterpart/db';
import { threadTheme } from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { eq } from 'drizzle-orm';
import { acting } from '../../../platform/acting.ts';
import { type Actor, isStaff } from '../../../platform/actor.ts';
import type { House } from '../../../platform/house.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { joinWithin, sharingIn, spaceFor } from '../../spaces/index.ts';
import { type ThreadOfActor, threadFor } from '../access.ts';
import { mayEditThread, mayLock, mayMove, mayMoveTo, mayNarrow, mayPin } from '../policy.ts';
import { touchThread } from './change-post.ts';
import { listScope } from './list-scope.ts';
import { checkThemes, themeRow } from './themes.ts';
import { touchQuotesOfThread } from './write-post.ts';

type Edit = BodyOf<typeof threadRoutes.editThread>;

/** Who may read the thread has changed: sockets and caches look again before the next event. */
async function tellAccess(house: House, tx: Tx, found: ThreadOfActor): Promise<void> {
  await touchQuotesOfThread(tx, found.id);
  const { id, spaceId, sharing } = found;
  await house.hooks.run('thread.moved', tx, { threadId: id, from: { spaceId, sharing } });
  tx.emit({ scope: `thread:${id}`, type: 'access.changed', subject: id, version: 1 });
}

function checkNarrowing(actor: Actor, found: ThreadOfActor, sharing: Edit['sharing']): boolean {
  if (sharing === undefined || sharing === found.sharing) return false;
  if (!mayNarrow(actor, { ...found, tookPart: false })) throw new Refusal('not-allowed');
  if (!sharingIn(found.space.access).includes(sharing)) {
    const fields = [{ path: 'sharing', reason: 'not-possible' }];
    throw new Refusal('sharing-not-possible', { fields });
  }
  return true;
}

async function setThemes(tx: Tx, found: ThreadOfActor, slugs: readonly string[]): Promise<void> {
  const themes = await checkThemes(tx, slugs);
  await tx.orm.delete(threadTheme).where(eq(threadTheme.threadId, found.id));
  if (themes.length > 0) {
    await tx.orm.insert(threadTheme).values(themes.map((slug) => themeRow(found, slug)));
  }
}

/** Whether everything that was asked for is how it stands. */
async function isAsAsked(tx: Tx, found: ThreadOfActor, edit: Edit): Promise<boolean> {
  const { title, language, sharing, themes } = edit;
  if (title !== undefined && cleanLine(title) !== found.title) return false;
  if (language !== undefined && language !== found.language) return false;
  if (sharing !== undefined && sharing !== found.sharing) return false;
  if (themes === undefined) return true;
  const rows = await tx.orm
    .select({ slug: threadTheme.themeSlug })
    .from(threadTheme)
    .where(eq(threadTheme.threadId, found.id));
  const stored = rows.map(({ slug }) => slug).toSorted();
  return stored.join() === [...new Set(themes)].toSorted().join();
}

/** Changes title, themes or language, or makes the label stricter; an author outside of the space joins it with that. */
export async function editThread(
  house: House,
  actor: Actor,
  id: number,
  edit: Edit,
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const found = await threadFor(tx.orm, actor, id, { lock: true });
    if (!mayEditThread(actor, { ...found, tookPart: false })) throw new Refusal('not-allowed');
    // The answer to the same request was lost.
    if (found.revision === edit.revision + 1 && (await isAsAsked(tx, found, edit))) return;
    if (found.revision !== edit.revision) {
      throw new Refusal('stale-revision', {
        current: { body: found.title, revision: found.revision },
      });
    }
    const narrows = checkNarrowing(actor, found, edit.sharing);
    if (edit.themes !== undefined) await setThemes(tx, found, edit.themes);
    await touchThread(tx, found, {
      revision: found.revision + 1,
      ...(edit.title !== undefined && { title: cleanLine(edit.title) }),
      ...(edit.language !== undefined && { language: edit.language }),
      ...(narrows && { sharing: edit.sharing }),
    });
    if (narrows) {
      // Its author stays among those who read it.
      if (!found.space.joined && !isStaff(actor)) await joinWithin(tx, actor, found.spaceId);
      await tellAccess(house, tx, found);
    }
    // Once it stands where it stands now.
    if (edit.title !== undefined) {
      await house.hooks.run('posts.changed', tx, { threadId: id, postIds: [] });
    }
  });
}

/** Keeps a thread on top of its space, or no longer. Again changes nothing. */
export async function setPinned(
  house: House,
  actor: Actor,
  id: number,
  pinned: boolean,
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const found = await threadFor(tx.orm, actor, id, { lock: true });
    if (!mayPin(actor, { ...found, tookPart: false })) throw new Refusal('not-allowed');
    if (found.pinned !== pinned) await touchThread(tx, found, { pinned });
  });
}

/** Takes no more posts, or takes them again. Again changes nothing. */
export async function setLocked(
  house: House,
  actor: Actor,
  id: number,
  locked: boolean,
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const found = await threadFor(tx.orm, actor, id, { lock: true });
    if (!mayLock(actor, { ...found, tookPart: false })) throw new Refusal('not-allowed');
    if (found.locked !== locked) await touchThread(tx, found, { locked });
  });
}

/** Moves a thread to another space, where it takes the stricter label; never to more readers. */
export async function moveThread(
  house: House,
  actor: Actor,
  id: number,
  spaceId: number,
): Promise<void> {
  await house.db.transaction(acting(actor), async (tx) => {
    const found = await threadFor(tx.orm, actor, id, { lock: true });
    const facts = { ...found, tookPart: false };
    if (!mayMove(actor, facts)) throw new Refusal('not-allowed');
    const target = await spaceFor(tx.orm, actor, spaceId);
    if (target.id === found.spaceId) return;
    if (!mayMoveTo(actor, facts, target)) throw new Refusal('not-allowed');
    const keeps = sharingIn(target.access).includes(found.sharing);
    const sharing = keeps ? found.sharing : 'space';
    await touchThread(tx, found, { spaceId, sharing, pinned: false });
    const version = found.version + 1;
    const scope = listScope({ spaceId, sharing });
    tx.emit({ scope, type: 'thread.changed', subject: id, version });
    await tellAccess(house, tx, found);
  });
}
