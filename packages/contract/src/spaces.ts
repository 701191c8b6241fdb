import * as z from 'zod/mini';
import { memberBrief } from './institutions.ts';
import { route } from './route.ts';
import { asOf, count, cursor, id, idText, limitText, localized, page, slug } from './shapes.ts';
import { sharingLabels, spaceAccesses } from './vocabulary.ts';

export const spaceVerbs = ['start', 'announce', 'join', 'leave', 'request', 'admit'] as const;

export const spaceBrief = z.object({
  id,
  slug,
  names: localized,
  access: z.enum(spaceAccesses),
});
export type SpaceBrief = z.infer<typeof spaceBrief>;

export const spaceView = z.object({
  ...spaceBrief.shape,
  purpose: localized,
  joined: z.boolean(),
  requested: z.boolean(),
  /** Threads with unread posts, among those I follow or opened. */
  unread: count,
  /** The labels a new thread here may carry, strictest last. */
  sharing: z.array(z.enum(sharingLabels)),
  can: z.array(z.enum(spaceVerbs)),
});
export type SpaceView = z.infer<typeof spaceView>;

export const themeView = z.object({ slug, names: localized });
export type ThemeView = z.infer<typeof themeView>;

const spaceParams = z.strictObject({ id: idText });
const spaceMemberParams = z.strictObject({ id: idText, memberId: idText });

export const spaceMemberView = z.object({
  member: memberBrief,
  standing: z.enum(['requested', 'member', 'facilitator']),
});

export const spaceRoutes = {
  listSpaces: route({
    method: 'GET',
    path: '/api/spaces',
    door: 'member',
    summary: 'The spaces I may know of; private ones only where I am a member',
    reply: z.object({ items: z.array(spaceView), next: z.null(), asOf }),
  }),
  listThemes: route({
    method: 'GET',
    path: '/api/themes',
    door: 'member',
    summary: 'The themes of the network',
    reply: z.object({ items: z.array(themeView), next: z.null(), asOf }),
  }),
  joinSpace: route({
    method: 'PUT',
    path: '/api/spaces/:id/membership',
    door: 'member',
    summary: 'Join an open space, or ask to be admitted to a restricted one',
    params: spaceParams,
    reply: z.object({ space: spaceView, asOf }),
  }),
  leaveSpace: route({
    method: 'DELETE',
    path: '/api/spaces/:id/membership',
    door: 'member',
    summary: 'Leave a space, or take back the request',
    params: spaceParams,
  }),
  listSpaceMembers: route({
    method: 'GET',
    path: '/api/spaces/:id/members',
    door: 'member',
    summary: 'Who is in a space; requests only for those who may admit',
    params: spaceParams,
    query: z.strictObject({ cursor: z.optional(cursor), limit: limitText }),
    reply: page(spaceMemberView),
  }),
  admitToSpace: route({
    method: 'PUT',
    path: '/api/spaces/:id/members/:memberId',
    door: 'member',
    summary: 'Admit a member to a restricted or private space',
    params: spaceMemberParams,
  }),
  removeFromSpace: route({
    method: 'DELETE',
    path: '/api/spaces/:id/members/:memberId',
    door: 'member',
    summary: 'End a membership, or decline a request',
    params: spaceMemberParams,
  }),
};
