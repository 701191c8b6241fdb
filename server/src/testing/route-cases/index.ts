import type { RouteName } from '@counterpart/contract';
import { accountCases } from './accounts.ts';
import type { RouteCase } from './case.ts';
import { placeCases } from './places.ts';
import { postCases } from './posts.ts';
import { readingCases } from './reading.ts';
import { searchCases } from './search.ts';
import { threadCases } from './threads.ts';

export type { RouteCase, Who } from './case.ts';

/** Every operation of the contract; the compiler refuses a table with one too few. */
export const routeCases: Record<RouteName, RouteCase> = {
  ...accountCases,
  ...placeCases,
  ...threadCases,
  ...postCases,
  ...readingCases,
  ...searchCases,
};
