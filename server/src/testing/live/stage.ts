import type { TestMember, TestSpace, TestThread } from '@counterpart/db/testing';
import type { TestApp } from '../app.ts';
import type { Client } from '../client.ts';

/** Who there is; `joined`, `author` and `facilitator` belong to every space. */
export const roles = ['outsider', 'joined', 'author', 'facilitator', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

/** `network` and `label` are threads of the open space with the label `network` and `space`. */
export const places = ['network', 'label', 'restricted', 'private'] as const;
export type Place = (typeof places)[number];

export type Cast = Record<Role, TestMember>;
export type Clients = Record<Role, Client>;

export async function aCast({ make }: TestApp): Promise<Cast> {
  return {
    outsider: await make.aMember(),
    joined: await make.aMember(),
    author: await make.aMember(),
    facilitator: await make.aMember(),
    moderator: await make.aMember({ role: 'moderator' }),
    admin: await make.aMember({ role: 'admin' }),
  };
}

export type Rooms = Record<TestSpace['access'], TestSpace>;

export async function someRooms({ make }: TestApp, cast: Cast): Promise<Rooms> {
  const inside = {
    members: [cast.joined, cast.author],
    facilitators: [cast.facilitator],
  };
  return {
    open: await make.aSpace(inside),
    restricted: await make.aSpace({ ...inside, access: 'restricted' }),
    private: await make.aSpace({ ...inside, access: 'private' }),
  };
}

/** A thread by `author` in one of the places, with an answer by `joined`. */
export async function threadAt(
  { make }: TestApp,
  { cast, rooms, body }: { cast: Cast; rooms: Rooms; body?: string },
  place: Place,
): Promise<TestThread> {
  const isOpen = place === 'network' || place === 'label';
  return make.aThread({
    space: rooms[isOpen ? 'open' : place],
    author: cast.author,
    sharing: place === 'network' ? 'network' : 'space',
    answers: [{ author: cast.joined, ...(body !== undefined && { body }) }],
    ...(body !== undefined && { body }),
  });
}

export async function clientsOf(t: TestApp, cast: Cast): Promise<Clients> {
  const entries = await Promise.all(
    roles.map(async (role) => [role, await t.as(cast[role])] as const),
  );
  // Grants were made before: what a member may do is remembered with the sign-in.
  return Object.fromEntries(entries) as Clients;
}

/** Signs a member in; gives the token and the id of that sign-in. */
export async function signedIn(
  { make, sql }: TestApp,
  member: { id: number },
): Promise<{ token: string; sessionId: number }> {
  const token = await make.aSession(member);
  const [row] = await sql<{ id: number }[]>`
    select id::float8 as id from session where member_id = ${member.id}
    order by created_at desc, id desc limit 1`;
  return { token, sessionId: row?.id ?? 0 };
}

export interface Logged {
  seq: number;
  origin: string;
  scope: string;
  type: string;
  subject: number;
  version: number;
  actor: number | null;
  mutation: string | null;
}

export async function headOf({ app, sql }: TestApp): Promise<number> {
  await app.house.db.numberer.drain();
  const [row] = await sql<{ seq: number }[]>`select seq::float8 as seq from log_head`;
  return row?.seq ?? 0;
}

/** What the log holds above a number. */
export async function logAfter(t: TestApp, seq: number): Promise<Logged[]> {
  await t.app.house.db.numberer.drain();
  const rows = await t.sql<Logged[]>`
    select seq::float8 as seq, origin, scope, type, subject::float8 as subject, version,
           actor::float8 as actor, mutation
    from event where seq > ${seq} order by seq`;
  return [...rows];
}
