import type { Sql } from 'postgres';
import { type Actor, isStaff } from '../../../platform/actor.ts';

/**
 * Condition on a row called `shelf` of search_shelf or search_word: the actor may read what is on it. The
 * same rule as that of threads, so that no weight of a word tells of what they may not read.
 */
export function visibleShelves(sql: Sql, actor: Actor) {
  return sql`(shelf.space_id = any(array(
      select own.space_id from space_member own where own.member_id = ${actor.memberId}))
    or (not shelf.is_inner and shelf.space_id = any(array(
      select s.id from space s where s.access = 'open')))
    or (${isStaff(actor)}::boolean and shelf.space_id = any(array(
      select s.id from space s where s.access <> 'private'))))`;
}
