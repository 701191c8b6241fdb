import type { Locale, MemberState, Role, Seat } from '@counterpart/contract';

/** Who acts: a signed-in member with what decides about rights. Loaded with the session, dropped by the log. */
export interface Actor {
  memberId: number;
  sessionId: number;
  state: MemberState;
  seat: Seat;
  institutionId: number | null;
  locale: Locale;
  grants: readonly Grant[];
  /** The clientKey of the present request, for the events it causes. */
  mutation?: string;
}

export interface Grant {
  role: Role;
  /** Only facilitators hold a role in one space. */
  spaceId: number | null;
}

export function isAdmin(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'admin');
}

/** Moderators and admins read open and restricted spaces; private ones only as members. */
export function isStaff(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'moderator' || grant.role === 'admin');
}

export function facilitates(actor: Actor, spaceId: number): boolean {
  return actor.grants.some((grant) => grant.role === 'facilitator' && grant.spaceId === spaceId);
}
