import type { Fragment, Sql } from 'postgres';

/** Keeps PostgreSQL from joining with all posts at once: each row asks the index for its own thread. */
const onlyProbe = (sql: Sql) => sql`offset 0`;

/**
 * Condition on a row of `thread_reader` called `reader`: something by others waits for its member in
 * the thread. Of one who wants to hear of mentions only, what mentions them; of a muted one nothing.
 */
export function waitsForReader(sql: Sql, memberId: Fragment | number) {
  const isWaiting = sql`waiting.thread_id = reader.thread_id and waiting.seq > reader.read_seq
      and waiting.author_id <> ${memberId} and waiting.state = 'published'`;
  return sql`case when reader.follow is not distinct from 'muted' then false
    when reader.follow is distinct from 'mentions' then exists (
      select from post waiting where ${isWaiting} ${onlyProbe(sql)})
    else exists (
      select from post_mention mention join post waiting on waiting.id = mention.post_id
      where mention.kind = 'member' and mention.subject_id = ${memberId}
        and mention.thread_id = reader.thread_id and ${isWaiting}
      ${onlyProbe(sql)}) end`;
}
