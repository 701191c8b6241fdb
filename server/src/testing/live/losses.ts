// Every way in which a right to read ends today.
import { routes } from '@counterpart/contract';
import type { TestMember, TestThread } from '@counterpart/db/testing';
import type { TestApp } from '../app.ts';
import type { Client } from '../client.ts';
import type { Cast, Place, Role, Rooms } from './stage.ts';

export interface Hall {
  t: TestApp;
  cast: Cast;
  rooms: Rooms;
  elsewhere: Rooms;
  thread: TestThread;
  /** Of the one who is about to lose the right, with the sign-in their socket has. */
  loser: TestMember;
  loserClient: Client;
  sessionId: number;
  as: (role: Role) => Promise<Client>;
  /** Moves the clock of the house, in hours. */
  later: (hours: number) => void;
}

export interface Loss {
  what: string;
  place: Place;
  loser: Role;
  /** Before the loser signs in. */
  before?: (hall: Hall) => Promise<unknown>;
  change: (hall: Hall) => Promise<unknown>;
  /** The sign-in is over as well. */
  isSignInOver?: true;
}

const narrow = async ({ as, thread: { id } }: Hall) =>
  (await as('author')).call(routes.editThread, {
    params: { id },
    body: { sharing: 'space', revision: 1 },
  });

const moveTo =
  (access: keyof Rooms) =>
  async ({ as, thread: { id }, elsewhere }: Hall) =>
    (await as('facilitator')).call(routes.moveThread, {
      params: { id },
      body: { spaceId: elsewhere[access].id },
    });

const remove = async ({ as, thread, loser }: Hall) =>
  (await as('facilitator')).call(routes.removeFromSpace, {
    params: { id: thread.spaceId, memberId: loser.id },
  });

const leave = ({ loserClient, thread }: Hall) =>
  loserClient.call(routes.leaveSpace, { params: { id: thread.spaceId } });

const endElsewhere = async ({ t, loser, sessionId }: Hall) =>
  (await t.as(loser)).call(routes.endSession, { params: { id: sessionId } });

/** As a decision will do it: the state, and what the log is told, in one transaction. */
async function suspend({ t, loser: { id } }: Hall): Promise<void> {
  await t.sql`update member set state = 'suspended' where id = ${id}`;
  await t.app.house.db.transaction({ memberId: null }, (tx) => {
    tx.emit({ scope: `member:${id}`, type: 'access.changed', subject: id, version: 1 });
    return Promise.resolve();
  });
}

const endRoleInAnHour = ({ t, loser }: Hall) => t.sql`
  update role_grant set until_at = ${new Date(t.app.house.db.clock.now().getTime() + 3_600_000)}
  where member_id = ${loser.id}`;

async function passAnHour({ t, later }: Hall): Promise<void> {
  later(1);
  await t.app.tasks.runAll();
}

export const losses: Loss[] = [
  { what: 'narrowed', place: 'network', loser: 'outsider', change: narrow },
  {
    what: 'moved to a restricted space',
    place: 'network',
    loser: 'outsider',
    change: moveTo('restricted'),
  },
  {
    what: 'moved to a private space',
    place: 'label',
    loser: 'moderator',
    change: moveTo('private'),
  },
  { what: 'its member removed', place: 'restricted', loser: 'joined', change: remove },
  { what: 'its member removed', place: 'private', loser: 'joined', change: remove },
  { what: 'its member gone', place: 'label', loser: 'joined', change: leave },
  { what: 'its member gone', place: 'private', loser: 'joined', change: leave },
  {
    what: 'its reader signed out',
    place: 'private',
    loser: 'joined',
    change: ({ loserClient }) => loserClient.call(routes.signOut, {}),
    isSignInOver: true,
  },
  {
    what: 'its reader’s sign-in ended from another device',
    place: 'restricted',
    loser: 'joined',
    change: endElsewhere,
    isSignInOver: true,
  },
  {
    what: 'its reader suspended',
    place: 'network',
    loser: 'outsider',
    change: suspend,
    isSignInOver: true,
  },
  {
    what: 'its reader’s role over by time',
    place: 'restricted',
    loser: 'moderator',
    before: endRoleInAnHour,
    change: passAnHour,
  },
];
