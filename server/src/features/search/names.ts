import type { SearchItem } from '@counterpart/contract';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { House } from '../../platform/house.ts';
import { findInstitutions, findMembers } from '../institutions/index.ts';
import type { SearchQuery } from './queries.ts';
import { readQuestion } from './question/read-question.ts';

const usual = 20;

interface Names {
  items: SearchItem[];
  total: number;
}

interface Wanted {
  typed: string;
  limit: number;
  after?: number;
  /** Also what is nearly called so. */
  isNear?: boolean;
}

/** The words of a question without its operators: what somebody may be called. */
export function nameIn(q: string): string {
  return readQuestion(q)
    .wanted.flatMap(({ either }) => either.flatMap(({ tokens }) => tokens))
    .map(({ exact }) => exact)
    .join(' ');
}

const nobody: Names = { items: [], total: 0 };

export async function institutionsCalled(house: House, wanted: Wanted): Promise<Names> {
  if (wanted.typed === '') return nobody;
  const { views, total } = await findInstitutions(house, { after: 0, ...wanted });
  return {
    items: views.map((one) => ({ type: 'institution', id: one.id, institution: one })),
    total,
  };
}

export async function membersCalled(house: House, wanted: Wanted): Promise<Names> {
  if (wanted.typed === '') return nobody;
  const { views, total } = await findMembers(house, { after: 0, ...wanted });
  return { items: views.map((one) => ({ type: 'member', id: one.id, member: one })), total };
}

/** Cities or people by their names, a page at a time in the order of their ids; by what is nearly that when nobody is called so. */
export async function searchNames(
  house: House,
  query: SearchQuery & { type: 'institution' | 'member' },
) {
  const { q = '', cursor, limit = usual } = query;
  const [after, near] = cursor === undefined ? [0, 0] : readCursor(cursor, 'whole', 'whole');
  const called = query.type === 'institution' ? institutionsCalled : membersCalled;
  const wanted = { typed: nameIn(q), limit: limit + 1, after };
  const exact = near === 1 ? nobody : await called(house, wanted);
  const isNear = near === 1 || (exact.total === 0 && cursor === undefined);
  const found = isNear ? await called(house, { ...wanted, isNear }) : exact;
  const items = found.items.slice(0, limit);
  const last = items.at(-1);
  const isMore = found.items.length > limit;
  return {
    items,
    total: found.total,
    atLeast: false,
    facets: null,
    who: [],
    added: [],
    hints: [],
    next: isMore && last !== undefined ? writeCursor([last.id, isNear ? 1 : 0]) : null,
  };
}
