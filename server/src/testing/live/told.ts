// What every write of the contract tells the log, written by hand: never derived from the code.
import type { EventType, RouteName } from '@counterpart/contract';
import type { TestMember, TestThread } from '@counterpart/db/testing';
import type { TestApp } from '../app.ts';
import type { LooseInput } from '../client.ts';
import { aFirstAdminLink, cheapHash } from '../world.ts';
import { type Cast, type Role, type Rooms, someRooms, threadAt } from './stage.ts';

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

type Told = [scope: string, type: EventType, subject: number, version: number];

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

const key = () => crypto.randomUUID();
const ofThread = ({ thread }: Scene) => ({ params: { id: thread.id } });
const ofPost = ({ post }: Scene) => ({ params: { id: post.id } });
const ofOpen = ({ rooms }: Scene) => ({ params: { id: rooms.open.id } });
const ofApplicant = ({ rooms, applicant }: Scene) => ({
  params: { id: rooms.restricted.id, memberId: applicant.id },
});

const starting = (access: 'open' | 'restricted') => (s: Scene) => ({
  body: {
    spaceId: s.rooms[access].id,
    kind: 'question',
    title: canary,
    body: canary,
    language: 'en',
    themes: [],
    sharing: access === 'open' ? 'network' : 'space',
    clientKey: key(),
  },
});

/** The thread as a whole: to its own page, and to the lists of its space. */
const threadChanged = (s: Scene, spaceId: number, by = 1): Told[] => [
  [`thread:${s.thread.id}`, 'thread.changed', s.thread.id, s.version + by],
  [`space:${spaceId}`, 'thread.changed', s.thread.id, s.version + by],
];
const changedHere = (s: Scene) => threadChanged(s, s.rooms.open.id);
const accessOfThread = (s: Scene): Told => [
  `thread:${s.thread.id}`,
  'access.changed',
  s.thread.id,
  1,
];
/** Whoever quotes the post shows something else from now on. */
const quoteChanged = ({ quoting }: Scene): Told => [
  `thread:${quoting.threadId}`,
  'post.edited',
  quoting.id,
  2,
];
const ownReading = (s: Scene, role: Role, subject = s.thread.id): Told => [
  `member:${s.cast[role].id}`,
  'reading.changed',
  subject,
  1,
];
const membership = (spaceId: number, memberId: number): Told[] => [
  [`member:${memberId}`, 'access.changed', spaceId, 1],
  [`space:${spaceId}`, 'space.changed', spaceId, 1],
];

const toggled = (by: Role): Omit<Case, 'after'> => ({ by, ask: ofThread, tells: changedHere });
const undone = (before: RouteName): Case => ({
  by: 'facilitator',
  after: (s) => [['facilitator', before, ofThread(s)]],
  ask: ofThread,
  tells: (s) => threadChanged(s, s.rooms.open.id, 2),
});

const firstSynthesis = (s: Scene) => ({
  ...ofThread(s),
  body: { body: `${canary} #1`, language: 'en', revision: 0 },
});
const useful = (s: Scene) => ({ params: { id: s.post.id, kind: 'useful' } });
const kept = (s: Scene) => ({ ...ofPost(s), body: { note: canary } });
const draft = {
  spaceId: null,
  kind: null,
  title: canary,
  body: canary,
  language: null,
  themes: [],
  sharing: null,
  quotePostId: null,
};
const nothingTold = () => [];
const signInEnded = (s: Scene): Told[] => [
  [`member:${s.cast.author.id}`, 'session.ended', s.sessionId, 1],
];

async function credentials({ t }: Scene) {
  const password = 'nine lamps at noon';
  const { email } = await t.make.aMember({ passwordHash: await cheapHash(password) });
  return { body: { email, password } };
}

export const threadTold = {
  createThread: [
    {
      what: 'by a member of the space',
      by: 'author',
      ask: starting('restricted'),
      tells: (s, { thread }) => [
        [`space:${s.rooms.restricted.id}`, 'thread.created', thread?.id ?? 0, 1],
      ],
    },
    {
      what: 'in an open space, which its author joins with it',
      by: 'outsider',
      ask: starting('open'),
      tells: (s, { thread }) => [
        ...membership(s.rooms.open.id, s.cast.outsider.id),
        [`space:${s.rooms.open.id}`, 'thread.created', thread?.id ?? 0, 1],
      ],
    },
  ],
  createPost: [
    {
      by: 'outsider',
      ask: (s) => ({ ...ofThread(s), body: { body: canary, clientKey: key() } }),
      tells: (s, { post }) => [
        [`thread:${s.thread.id}`, 'post.created', post?.id ?? 0, 1],
        [`space:${s.rooms.open.id}`, 'thread.changed', s.thread.id, s.version + 1],
      ],
    },
  ],
  editThread: [
    {
      what: 'its title',
      by: 'author',
      ask: (s) => ({ ...ofThread(s), body: { title: canary, revision: 1 } }),
      tells: changedHere,
      again: 'refused',
    },
    {
      what: 'to a stricter label',
      by: 'author',
      ask: (s) => ({ ...ofThread(s), body: { sharing: 'space', revision: 1 } }),
      tells: (s) => [...changedHere(s), quoteChanged(s), accessOfThread(s)],
      again: 'refused',
    },
  ],
  pinThread: [toggled('facilitator')],
  unpinThread: [undone('pinThread')],
  lockThread: [toggled('moderator')],
  unlockThread: [undone('lockThread')],
  moveThread: [
    {
      by: 'facilitator',
      ask: (s) => ({ ...ofThread(s), body: { spaceId: s.elsewhere.restricted.id } }),
      tells: (s) => [
        ...changedHere(s),
        [`space:${s.elsewhere.restricted.id}`, 'thread.changed', s.thread.id, s.version + 1],
        quoteChanged(s),
        accessOfThread(s),
      ],
    },
  ],
  writeSynthesis: [
    {
      by: 'author',
      ask: firstSynthesis,
      tells: (s) => [
        ...changedHere(s),
        [`thread:${s.thread.id}`, 'synthesis.changed', s.thread.id, s.version + 1],
      ],
      again: 'refused',
    },
  ],
  removeSynthesis: [
    {
      by: 'author',
      after: (s) => [['author', 'writeSynthesis', firstSynthesis(s)]],
      ask: ofThread,
      tells: (s) => [
        ...threadChanged(s, s.rooms.open.id, 2),
        [`thread:${s.thread.id}`, 'synthesis.changed', s.thread.id, s.version + 2],
      ],
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;

export const postTold = {
  editPost: [
    {
      what: 'the first, which lists show',
      by: 'author',
      ask: (s) => ({ ...ofPost(s), body: { body: `${canary} 2`, revision: 1 } }),
      tells: (s) => [
        quoteChanged(s),
        ...changedHere(s),
        [`thread:${s.thread.id}`, 'post.edited', s.post.id, 2],
      ],
    },
    {
      what: 'an answer',
      by: 'joined',
      ask: (s) => ({ params: { id: s.answer.id }, body: { body: `${canary} 2`, revision: 1 } }),
      tells: (s) => [[`thread:${s.thread.id}`, 'post.edited', s.answer.id, 2]],
    },
  ],
  deletePost: [
    {
      by: 'author',
      ask: ofPost,
      tells: (s) => [
        quoteChanged(s),
        ...changedHere(s),
        [`thread:${s.thread.id}`, 'post.deleted', s.post.id, 2],
      ],
    },
  ],
  react: [
    {
      by: 'outsider',
      ask: useful,
      tells: (s) => [[`thread:${s.thread.id}`, 'reaction.changed', s.post.id, 2]],
    },
  ],
  unreact: [
    {
      by: 'outsider',
      after: (s) => [['outsider', 'react', useful(s)]],
      ask: useful,
      tells: (s) => [[`thread:${s.thread.id}`, 'reaction.changed', s.post.id, 3]],
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;

export const spaceTold = {
  joinSpace: [
    {
      what: 'an open one',
      by: 'outsider',
      ask: ofOpen,
      tells: (s) => membership(s.rooms.open.id, s.cast.outsider.id),
    },
    {
      what: 'a restricted one, which is a request',
      by: 'outsider',
      ask: (s) => ({ params: { id: s.rooms.restricted.id } }),
      tells: (s) => [[`space:${s.rooms.restricted.id}`, 'space.changed', s.rooms.restricted.id, 1]],
      again: 'the same',
    },
  ],
  leaveSpace: [
    {
      by: 'joined',
      ask: ofOpen,
      tells: (s) => membership(s.rooms.open.id, s.cast.joined.id),
    },
    {
      what: 'which takes a request back',
      by: 'applicant',
      ask: (s) => ({ params: { id: s.rooms.restricted.id } }),
      tells: (s) => membership(s.rooms.restricted.id, s.applicant.id),
    },
  ],
  admitToSpace: [
    {
      by: 'facilitator',
      ask: ofApplicant,
      tells: (s) => membership(s.rooms.restricted.id, s.applicant.id),
    },
  ],
  removeFromSpace: [
    {
      by: 'facilitator',
      ask: (s) => ({ params: { id: s.rooms.private.id, memberId: s.cast.joined.id } }),
      tells: (s) => membership(s.rooms.private.id, s.cast.joined.id),
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;

export const ownTold = {
  setRead: [
    {
      by: 'joined',
      ask: (s) => ({ ...ofThread(s), body: { seq: 9 } }),
      tells: (s) => [[`member:${s.cast.joined.id}`, 'read.moved', s.thread.id, 2]],
    },
  ],
  setFollow: [
    {
      by: 'joined',
      ask: (s) => ({ ...ofThread(s), body: { level: 'muted' } }),
      tells: (s) => [ownReading(s, 'joined')],
      again: 'the same',
    },
  ],
  keepBookmark: [
    { by: 'joined', ask: kept, tells: (s) => [ownReading(s, 'joined')], again: 'the same' },
  ],
  removeBookmark: [
    {
      by: 'joined',
      after: (s) => [['joined', 'keepBookmark', kept(s)]],
      ask: ofPost,
      tells: (s) => [ownReading(s, 'joined')],
    },
  ],
  keepDraft: [
    {
      by: 'joined',
      ask: (s) => ({ params: { place: `thread-${s.thread.id}` }, body: draft }),
      tells: nothingTold,
    },
  ],
  dropDraft: [{ by: 'joined', ask: () => ({ params: { place: 'new' } }), tells: nothingTold }],
  setPreferences: [
    {
      by: 'joined',
      ask: () => ({
        body: { locale: 'en', theme: 'dark', numerals: 'latn', timeZone: 'UTC' },
      }),
      tells: ({ cast: { joined } }) => [[`member:${joined.id}`, 'access.changed', joined.id, 1]],
      again: 'the same',
    },
  ],
  endSession: [
    {
      by: 'author',
      ask: (s) => ({ params: { id: s.sessionId } }),
      tells: signInEnded,
      again: 'refused',
    },
  ],
  signIn: [
    { by: 'anyone', ask: credentials, tells: nothingTold },
    { what: 'which ends an earlier one', by: 'leaving', ask: credentials, tells: signInEnded },
  ],
  signOut: [{ by: 'leaving', ask: () => ({}), tells: signInEnded }],
  acceptLink: [
    {
      by: 'anyone',
      ask: async ({ t }) => ({ body: await aFirstAdminLink(t) }),
      tells: nothingTold,
      again: 'refused',
    },
  ],
  becomeCastMember: [
    {
      what: 'which only a demo network has',
      by: 'anyone',
      ask: ({ cast }) => ({ body: { memberId: cast.author.id } }),
      tells: nothingTold,
      again: 'refused',
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;
