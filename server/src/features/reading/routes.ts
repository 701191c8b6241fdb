import { postRoutes, readingRoutes } from '@counterpart/contract';
import type { House } from '../../platform/house.ts';
import type { Serve } from '../../platform/serve.ts';
import type { ThreadMemory } from '../threads/index.ts';
import { keepBookmark, removeBookmark, setFollow, setRead } from './actions.ts';
import { dropDraft, keepDraft } from './draft-actions.ts';
import { getHome, listBookmarks, listDrafts, listKeepable } from './queries.ts';

export function serveReading(serve: Serve, house: House, memory: ThreadMemory): void {
  serve(readingRoutes.getHome, ({ actor }) => getHome(house, memory, actor));
  serve(readingRoutes.setRead, ({ actor, params, body }) =>
    setRead(house, actor, params.id, body.seq),
  );
  serve(readingRoutes.setFollow, ({ actor, params, body }) =>
    setFollow(house, actor, params.id, body.level),
  );
  serve(readingRoutes.listBookmarks, ({ actor, query }) => listBookmarks(house, actor, query));
  serve(postRoutes.keepBookmark, ({ actor, params, body }) =>
    keepBookmark(house, actor, params.id, body.note),
  );
  serve(postRoutes.removeBookmark, ({ actor, params }) => removeBookmark(house, actor, params.id));
  serve(readingRoutes.listKeepable, async ({ actor, query }) => ({
    items: await listKeepable(house, actor, query.ids),
    next: null,
  }));
  serve(readingRoutes.listDrafts, async ({ actor }) => ({
    items: await listDrafts(house, actor),
    next: null,
  }));
  serve(readingRoutes.keepDraft, async ({ actor, params, body }) => ({
    updatedAt: (await keepDraft(house, actor, params.place, body)).toISOString(),
  }));
  serve(readingRoutes.dropDraft, ({ actor, params, query }) =>
    dropDraft(house, actor, params.place, query.seen),
  );
}
