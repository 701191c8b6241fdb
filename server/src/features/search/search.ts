import type { Actor } from '../../platform/actor.ts';
import { institutionsCalled, membersCalled, nameIn, searchNames } from './names.ts';
import { type Searching, type SearchQuery, searchTexts } from './queries.ts';

/** A question of more words is no name. */
const longestName = 4;
/** So many cities and people are shown above what was written. */
const namesAbove = 3;

const byDefault = { engine: 'postgresql' as const, degraded: false };

/** What the actor may read that answers a question; in all, who is called so stands above it. */
export async function search(searching: Searching, actor: Actor, query: SearchQuery) {
  const { house } = searching;
  const { q = '', type = 'all', cursor } = query;
  if (type === 'institution' || type === 'member') {
    return { ...(await searchNames(house, { ...query, type })), ...byDefault };
  }
  const { space, theme, lang, kind, institution, author, after, before } = query;
  const narrowed = [space, theme, lang, kind, institution, author, after, before];
  // Names have none of what texts are narrowed by.
  const isNarrowed = narrowed.some((part) => part !== undefined);
  const isFirstOfAll = type === 'all' && cursor === undefined && !isNarrowed;
  const name = isFirstOfAll ? nameIn(q) : '';
  const typed = name.split(' ').length > longestName ? '' : name;
  const called = (isNear: boolean) =>
    Promise.all([
      institutionsCalled(house, { typed, limit: namesAbove, isNear }),
      membersCalled(house, { typed, limit: namesAbove, isNear }),
    ]);
  const [texts, exact] = await Promise.all([searchTexts(searching, actor, query), called(false)]);
  const isNothing = [texts, ...exact].every(({ items }) => items.length === 0);
  const names = isNothing ? await called(true) : exact;
  return {
    ...texts,
    items: [...names.flatMap(({ items }) => items), ...texts.items],
    ...byDefault,
  };
}
