import { spaceRoutes } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import { type FirstAnswer, firstAnswer } from '../../platform/document.ts';
import type { House } from '../../platform/house.ts';
import { listSpaces } from './queries.ts';

/** The spaces for the navigation of every page. */
export async function spaceAnswers(house: House, actor: Actor): Promise<FirstAnswer[]> {
  const asOf = house.asOf();
  const items = await listSpaces(house, actor);
  return [firstAnswer(spaceRoutes.listSpaces, {}, { items, next: null, asOf })];
}
