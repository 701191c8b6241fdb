import { spaceRoutes } from '@counterpart/contract';
import type { House } from '../../platform/house.ts';
import type { Serve } from '../../platform/serve.ts';
import { admitToSpace, joinSpace, leaveSpace, removeFromSpace } from './actions.ts';
import { getSpace, listSpaceMembers, listSpaces, listThemes } from './queries.ts';

export function serveSpaces(serve: Serve, house: House): void {
  serve(spaceRoutes.listSpaces, async ({ actor }) => ({
    items: await listSpaces(house, actor),
    next: null,
  }));
  serve(spaceRoutes.listThemes, async () => ({ items: await listThemes(house), next: null }));
  serve(spaceRoutes.joinSpace, async ({ actor, params }) => {
    await joinSpace(house, actor, params.id);
    return { space: await getSpace(house, actor, params.id) };
  });
  serve(spaceRoutes.leaveSpace, ({ actor, params }) => leaveSpace(house, actor, params.id));
  serve(spaceRoutes.listSpaceMembers, ({ actor, params, query }) =>
    listSpaceMembers(house, actor, params.id, query),
  );
  serve(spaceRoutes.admitToSpace, ({ actor, params }) => admitToSpace(house, actor, params));
  serve(spaceRoutes.removeFromSpace, ({ actor, params }) => removeFromSpace(house, actor, params));
}
