import { readingRoutes } from '@counterpart/contract';
import { firstAnswer, type PageRenderer } from '../../platform/document.ts';
import type { House } from '../../platform/house.ts';
import type { ThreadMemory } from '../threads/index.ts';
import { getHome } from './queries.ts';

/** The document of Home with the one answer that fills it. */
export function homeDocument(house: House, memory: ThreadMemory): PageRenderer {
  return async ({ actor }) => {
    const asOf = house.asOf();
    const home = await getHome(house, memory, actor);
    return { answers: [firstAnswer(readingRoutes.getHome, {}, { ...home, asOf })] };
  };
}
