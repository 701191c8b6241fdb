import {
  offeredSharing,
  type Sharing,
  type SpaceAccess,
  type spaceVerbs,
  type ThreadKind,
} from '@counterpart/contract';
import { type Actor, facilitates, isStaff } from '../../platform/actor.ts';

export interface SpaceStanding {
  id: number;
  access: SpaceAccess;
  joined: boolean;
}

export type SpaceVerb = (typeof spaceVerbs)[number];

/** The labels a thread in such a space may carry, strictest last. */
export function sharingIn(access: SpaceAccess): Sharing[] {
  return access === 'open' ? [...offeredSharing] : ['space'];
}

export function mayRead(actor: Actor, space: SpaceStanding): boolean {
  if (space.joined || space.access === 'open') return true;
  return space.access === 'restricted' && isStaff(actor);
}

/** In an open space every member may start; elsewhere those who belong to it. */
export function mayStart(_actor: Actor, space: SpaceStanding): boolean {
  return space.access === 'open' || space.joined;
}

export function mayAnnounce(actor: Actor, space: SpaceStanding): boolean {
  return mayStart(actor, space) && mayFacilitate(actor, space);
}

export function mayStartKind(actor: Actor, space: SpaceStanding, kind: ThreadKind): boolean {
  return kind === 'announcement' ? mayAnnounce(actor, space) : mayStart(actor, space);
}

/** Pins, locks, moves and admits: the facilitators of the space, and staff who may read it. */
export function mayFacilitate(actor: Actor, space: SpaceStanding): boolean {
  return mayRead(actor, space) && (facilitates(actor, space.id) || isStaff(actor));
}

export function mayJoin(_actor: Actor, space: SpaceStanding): boolean {
  return space.access === 'open' && !space.joined;
}

export function mayRequest(_actor: Actor, space: SpaceStanding): boolean {
  return space.access === 'restricted' && !space.joined;
}

/** Into a private space only its own members let others in. */
export function mayAdmit(actor: Actor, space: SpaceStanding): boolean {
  return space.access !== 'open' && mayFacilitate(actor, space);
}

export function spaceCan(actor: Actor, space: SpaceStanding): SpaceVerb[] {
  const can: SpaceVerb[] = [];
  if (mayStart(actor, space)) can.push('start');
  if (mayAnnounce(actor, space)) can.push('announce');
  if (mayJoin(actor, space)) can.push('join');
  if (space.joined) can.push('leave');
  if (mayRequest(actor, space)) can.push('request');
  if (mayAdmit(actor, space)) can.push('admit');
  return can;
}
