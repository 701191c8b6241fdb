import { readingRoutes } from '@counterpart/contract';
import { firstAnswer, type PageRenderer } from '../../platform/document.ts';
import type { House } from '../../platform/house.ts';
import { getHome } from './queries.ts';

/** The document of Home with the one answer that fills it. */
export function homeDocument(house: House): PageRenderer {
  return async ({ actor }) => {
    const asOf = house.asOf();
    const home = await getHome(house, actor);
    return { answers: [firstAnswer(readingRoutes.getHome, {}, { ...home, asOf })] };
  };
}
