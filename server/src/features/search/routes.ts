import { searchRoutes } from '@counterpart/contract';
import type { House } from '../../platform/house.ts';
import type { Serve } from '../../platform/serve.ts';
import { createGlossary } from './glossary.ts';
import { listSimilar } from './queries.ts';
import { search } from './search.ts';

export function serveSearch(serve: Serve, house: House): void {
  const searching = { house, glossary: createGlossary(house) };
  serve(searchRoutes.search, ({ actor, query }) => search(searching, actor, query));
  serve(searchRoutes.listSimilar, async ({ actor, query }) => ({
    items: await listSimilar(searching, actor, query.text),
  }));
}
