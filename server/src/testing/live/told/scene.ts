// What one case of a write stands on, and what it may tell the log.
import type { EventType, RouteName } from '@counterpart/contract';
import type { TestMember, TestThread } from '@counterpart/db/testing';
import type { TestApp } from '../../app.ts';
import type { LooseInput } from '../../client.ts';
import { type Cast, type Role, type Rooms, someRooms, threadAt } from '../stage.ts';

/** Stands in every text that is sent; may stand in no event. */
export const canary = 'Zanzibarium';

export interface Scene {
  t: TestApp;
  cast: Cast;
  rooms: Rooms;
  /** A second set, for moves. */
  elsewhere: Rooms;
  /** In the open space, with the label `network`. */
  thread: TestThread;
  /** Version of the thread before anything was asked. */
  version: number;
  post: { id: number };
  answer: { id: number };
  /** In another thread, quoting `post`; its version is 1. */
  quoting: { id: number; threadId: number };
  applicant: TestMember;
  /** A further sign-in of `author`. */
  sessionId: number;
  token: string;
}

export type Told = [scope: string, type: EventType, subject: number, version: number];

export interface Case {
  what?: string;
  /** `leaving` holds the further sign-in of `author`. */
  by: Role | 'applicant' | 'anyone' | 'leaving';
  /** Done first, and not looked at. */
  after?: (s: Scene) => [Role, RouteName, LooseInput][];
  ask: (s: Scene) => LooseInput | Promise<LooseInput>;
  tells: (s: Scene, reply: { thread?: { id: number }; post?: { id: number } }) => Told[];
  /** Asked the same again it tells nothing, unless this says otherwise. */
  again?: 'the same' | 'refused';
}

export async function aScene(t: TestApp, cast: Cast): Promise<Scene> {
  const applicant = await t.make.aMember();
  const rooms = await someRooms(t, cast);
  const elsewhere = await someRooms(t, cast);
  const [thread, other] = [
    await threadAt(t, { cast, rooms, body: canary }, 'network'),
    await threadAt(t, { cast, rooms }, 'network'),
  ];
  const [post, answer] = thread.posts;
  const quote = await t.make.aPost(other, { author: cast.joined });
  if (post === undefined || answer === undefined) throw new Error('The scene has no posts.');
  await t.sql`update post set quote_post_id = ${post.id} where id = ${quote.id}`;
  await t.sql`insert into space_request (space_id, member_id, requested_at)
              values (${rooms.restricted.id}, ${applicant.id}, now())`;
  const sessionId = Math.floor(Math.random() * 2 ** 52) + 1;
  const token = await t.make.aSession(cast.author, { id: sessionId });
  const [row] = await t.sql<{ version: number }[]>`
    select version from thread where id = ${thread.id}`;
  const version = row?.version ?? 0;
  return {
    t,
    cast,
    rooms,
    elsewhere,
    thread,
    version,
    post,
    answer,
    quoting: quote,
    applicant,
    sessionId,
    token,
  };
}

export const key = () => crypto.randomUUID();
export const ofThread = ({ thread }: Scene) => ({ params: { id: thread.id } });
export const ofPost = ({ post }: Scene) => ({ params: { id: post.id } });
/** The thread as a whole: to its own page, and to the lists of its space. */
export const threadChanged = (s: Scene, spaceId: number, by = 1): Told[] => [
  [`thread:${s.thread.id}`, 'thread.changed', s.thread.id, s.version + by],
  [`space:${spaceId}`, 'thread.changed', s.thread.id, s.version + by],
];
export const changedHere = (s: Scene) => threadChanged(s, s.rooms.open.id);
/** Whoever quotes the post shows something else from now on. */
export const quoteChanged = ({ quoting }: Scene): Told => [
  `thread:${quoting.threadId}`,
  'post.edited',
  quoting.id,
  2,
];
export const membership = (spaceId: number, memberId: number): Told[] => [
  [`member:${memberId}`, 'access.changed', spaceId, 1],
  [`space:${spaceId}`, 'space.changed', spaceId, 1],
];

export const nothingTold = () => [];
