import { africa } from './cast/africa.ts';
import { americas } from './cast/americas.ts';
import { asiaPacific } from './cast/asia-pacific.ts';
import { balkans } from './cast/balkans.ts';
import { europe } from './cast/europe.ts';
import { middleEast } from './cast/middle-east.ts';
import { organisations } from './cast/organisations.ts';

/** The people of the demo network. All of them are invented, and so is every word they say. */
export const CAST = {
  ...africa,
  ...middleEast,
  ...asiaPacific,
  ...europe,
  ...balkans,
  ...americas,
  ...organisations,
} as const;

export type CastKey = keyof typeof CAST;
