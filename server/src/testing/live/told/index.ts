// What every write of the contract tells the log, written by hand: never derived from the code.
import type { RouteName } from '@counterpart/contract';
import { accountTold } from './accounts.ts';
import { postTold } from './posts.ts';
import { readingTold } from './reading.ts';
import type { Case } from './scene.ts';
import { spaceTold } from './spaces.ts';
import { threadTold } from './threads.ts';

export const told: Partial<Record<RouteName, Case[]>> = {
  ...accountTold,
  ...spaceTold,
  ...threadTold,
  ...postTold,
  ...readingTold,
};
