import type { SearchVoice } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { getActiveMembers, getInstitutions } from '../institutions/index.ts';
import type { Answer } from './postgres/find.ts';

const mostVoices = 3;
const mostPeople = 2;
/** What tells less of the question than this is beside it. */
const tellingShare = 0.3;

/** Adds up by a key; gives the keys, the highest first. */
function highest<Key>(entries: Iterable<readonly [Key, number]>): Key[] {
  const sums = new Map<Key, number>();
  for (const [key, value] of entries) sums.set(key, (sums.get(key) ?? 0) + value);
  return [...sums].toSorted((one, other) => other[1] - one[1]).map(([key]) => key);
}

/**
 * Who has done this: the cities and organisations of what was found, and who of their people wrote it. Only
 * from texts that the actor may read.
 */
export async function whoWrote(
  house: House,
  actor: Actor,
  { ranked, fullScore, clues }: Pick<Answer, 'ranked' | 'fullScore' | 'clues'>,
): Promise<SearchVoice[]> {
  if (clues.length === 0) return [];
  const telling = ranked
    .filter(({ score }) => score >= fullScore * tellingShare)
    .flatMap(({ score, row: { institutionId, authorId } }) =>
      institutionId === null || institutionId === actor.institutionId
        ? []
        : [{ score, institutionId, authorId }],
    );
  const ids = highest(telling.map((one) => [one.institutionId, one.score] as const)).slice(
    0,
    mostVoices,
  );
  const chosen = telling.filter(({ institutionId }) => ids.includes(institutionId));
  const [institutions, people] = await Promise.all([
    getInstitutions(house, ids),
    getActiveMembers(house, [...new Set(chosen.map(({ authorId }) => authorId))]),
  ]);
  return ids.flatMap((id): SearchVoice[] => {
    const institution = institutions.find((one) => one.id === id);
    const own = chosen.filter(({ institutionId }) => institutionId === id);
    const authors = highest(own.map((one) => [one.authorId, one.score] as const));
    // Who has moved to another city is asked there.
    const here = authors.flatMap((author) =>
      people.filter((one) => one.id === author && one.institution?.id === id),
    );
    return institution === undefined
      ? []
      : [{ institution, posts: own.length, people: here.slice(0, mostPeople) }];
  });
}
