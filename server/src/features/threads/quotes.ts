import { holdsPassage } from '@counterpart/text/passage';
import type { Fragment, Sql } from 'postgres';

/**
 * Whether the post `q`, of the thread `qt` in the space `qs`, may be shown to whoever reads a post that
 * quotes it; `quoting` is the alias of that.
 */
export function mayBeShown(sql: Sql, quoting: string): Fragment {
  return sql`(q.thread_id = ${sql(quoting)}.thread_id
    or (qt.sharing = 'network' and qt.state = 'published' and qs.access = 'open'))`;
}

/** The passage that was chosen of a post, for as long as its author lets it stand. */
export function standingPassage(html: string, passage: string | null): string | null {
  return passage !== null && holdsPassage(html, passage) ? passage : null;
}
