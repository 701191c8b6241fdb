import type { House } from '../../platform/house.ts';
import type { ClockTask } from '../../platform/tasks.ts';
import { wipeQuotesOfDeleted } from './actions/write-post.ts';

const restoreMs = 30 * 24 * 3_600_000;

/**
 * Wipes text and revisions of posts that their authors took back 30 days ago, and what others quote of
 * them; the tombstones stay. A hidden post keeps all of it, since it may be shown again.
 */
async function wipeDeletedPosts(house: House): Promise<void> {
  const before = new Date(house.db.clock.now().getTime() - restoreMs);
  await house.db.read(
    (sql) => sql`
      with wiped as (
        update post set body = '', html = '', quote_text = null, version = version + 1
        where deleted_at < ${before} and state = 'deleted' and body <> '' returning id
      ), revisions as (
        delete from post_revision where post_id in (select id from wiped)
      )
      delete from post_mention where post_id in (select id from wiped)`,
  );
  await house.db.transaction({ memberId: null }, (tx) => wipeQuotesOfDeleted(tx, before));
}

export function threadTasks(house: House): ClockTask[] {
  return [{ name: 'wipe-deleted-posts', when: '23 3 * * *', run: () => wipeDeletedPosts(house) }];
}
