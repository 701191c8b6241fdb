import type { Fragment, Sql } from 'postgres';

/** Keeps PostgreSQL from joining with all posts at once: each row asks the index for its own thread. */
const onlyProbe = (sql: Sql) => sql`offset 0`;

/**
 * Condition on a row of `thread_reader` called `reader`: something by others waits for its member in
 * the thread. Of one who wants to hear of mentions only, what mentions them; of a muted one nothing.
 */
export function waitsForReader(sql: Sql, memberId: Fragment | number) {
  return sql`(reader.follow is distinct from 'muted' and exists (
    select from post waiting
    where waiting.thread_id = reader.thread_id and waiting.seq > reader.read_seq
      and waiting.author_id <> ${memberId} and waiting.state = 'published'
      and (reader.follow is distinct from 'mentions' or exists (
        select from post_mention mention
        where mention.post_id = waiting.id and mention.kind = 'member'
          and mention.subject_id = ${memberId}))
    ${onlyProbe(sql)}))`;
}
