import { type Route, routes } from '@counterpart/contract';
import * as fc from 'fast-check';
import type { TestApp } from '../app.ts';
import type { LooseInput } from '../client.ts';
import type { Network } from './network.ts';

/** What anybody may try; many are refused, and that must leave no trace. */
const kinds = [
  'start',
  'answer',
  'answer',
  'answer',
  'edit',
  'delete',
  'react',
  'unreact',
  'read',
  'read',
  'follow',
  'bookmark',
  'lock',
  'unlock',
  'pin',
  'narrow',
  'move',
  'join',
  'leave',
  'sum up',
] as const;

export interface Happening {
  what: (typeof kinds)[number];
  who: number;
  /** Which space, thread, post or number: taken modulo what there is. */
  which: number;
  other: number;
  /** The answer is lost on its way, so the client sends it again. */
  again: boolean;
}

const small = fc.nat({ max: 60 });

export const happenings = fc.array(
  fc.record({
    what: fc.constantFrom(...kinds),
    who: small,
    which: small,
    other: small,
    again: fc.boolean(),
  }),
  { minLength: 15, maxLength: 60, size: 'max' },
);

/** So that there is something to do things to: threads in each space, by the one who is in all. */
export const beginning: Happening[] = [0, 1, 2, 3, 4].map((n) => ({
  what: 'start',
  who: 0,
  which: n,
  other: n,
  again: false,
}));

interface Known {
  threads: number[];
  posts: number[];
  /** Whose post it is. */
  authors: Map<number, number>;
  spaces: number[];
  members: number[];
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];
const levels = ['all', 'mentions', 'muted'] as const;
const reactions = ['useful', 'tried', 'talk'] as const;

function requestFor(happening: Happening, known: Known): [Route, LooseInput] | undefined {
  const { what, which, other } = happening;
  const thread = pick(known.threads, which);
  const post = pick(known.posts, which);
  const space = pick(known.spaces, other);
  const key = crypto.randomUUID();
  const mention = other % 3 === 0 ? ` @member:${pick(known.members, which)}` : '';
  const text = { body: `Text ${which} ${other}${mention}`, language: 'en' };
  if (what === 'start') {
    const sharing = other % 3 === 0 ? 'network' : 'space';
    const rest = { kind: which % 2 ? 'question' : 'discussion', title: 'Title', themes: [] };
    return [
      routes.createThread,
      { body: { ...text, ...rest, spaceId: space, sharing, clientKey: key } },
    ];
  }
  if (what === 'join') return [routes.joinSpace, { params: { id: space } }];
  if (what === 'leave') return [routes.leaveSpace, { params: { id: space } }];
  if (thread === undefined || post === undefined) return undefined;
  const ofThread = { params: { id: thread } };
  const ofPost = { params: { id: post } };
  const reaction = { params: { id: post, kind: pick(reactions, other) } };
  const quote = other % 4 === 0 ? { quote: { postId: pick(known.posts, other) } } : {};
  const requests: Record<typeof what, [Route, LooseInput]> = {
    answer: [routes.createPost, { ...ofThread, body: { ...text, ...quote, clientKey: key } }],
    edit: [routes.editPost, { ...ofPost, body: { body: text.body, revision: 1 + (other % 3) } }],
    delete: [routes.deletePost, ofPost],
    react: [routes.react, reaction],
    unreact: [routes.unreact, reaction],
    read: [routes.setRead, { ...ofThread, body: { seq: other % 12 } }],
    follow: [routes.setFollow, { ...ofThread, body: { level: pick(levels, other) } }],
    bookmark: [routes.keepBookmark, { ...ofPost, body: {} }],
    lock: [routes.lockThread, ofThread],
    unlock: [routes.unlockThread, ofThread],
    pin: [routes.pinThread, ofThread],
    narrow: [
      routes.editThread,
      { ...ofThread, body: { sharing: 'space', revision: 1 + (other % 2) } },
    ],
    move: [routes.moveThread, { ...ofThread, body: { spaceId: space } }],
    'sum up': [
      routes.writeSynthesis,
      { ...ofThread, body: { ...text, body: 'As said in #1 and #2.', revision: other % 2 } },
    ],
  };
  return requests[what];
}

async function knownIn(t: TestApp, { spaces, people }: Network): Promise<Known> {
  const ids = spaces.map(({ id }) => id);
  const rows = await t.sql<{ thread: number; post: number; author: number }[]>`
    select thread.id::float8 as thread, post.id::float8 as post,
           post.author_id::float8 as author
    from thread join post on post.thread_id = thread.id
    where thread.space_id in ${t.sql(ids)} order by thread.created_at, thread.id, post.seq`;
  return {
    threads: [...new Set(rows.map(({ thread }) => thread))],
    posts: rows.map(({ post }) => post),
    authors: new Map(rows.map(({ post, author }) => [post, author])),
    spaces: ids,
    members: people.map(({ member }) => member.id),
  };
}

/** Anybody tries anything; what only the author of a post may do, they mostly do themselves. */
function clientFor({ people }: Network, { what, who, which, other }: Happening, known: Known) {
  const isOwn = (what === 'edit' || what === 'delete') && other % 4 > 0;
  const author = isOwn ? known.authors.get(pick(known.posts, which) ?? 0) : undefined;
  const person = people.find(({ member }) => member.id === author) ?? pick(people, who);
  return person?.client;
}

/** Brings pages into the memory that they share, so that later changes must take them out again. */
async function lookAtAll(t: TestApp, network: Network): Promise<void> {
  const { threads } = await knownIn(t, network);
  for (const id of threads) {
    for (const { client } of network.people.slice(0, 2)) {
      await client.ask(routes.getThread, { params: { id }, query: { from: 1, limit: 50 } });
    }
  }
}

/** Lets it all happen, one after the other; whatever is asked, no answer is a failure of ours. */
export async function happen(
  t: TestApp,
  network: Network,
  list: readonly Happening[],
): Promise<void> {
  for (const [n, happening] of list.entries()) {
    if (n % 3 === 0) await lookAtAll(t, network);
    const known = await knownIn(t, network);
    const client = clientFor(network, happening, known);
    const request = requestFor(happening, known);
    if (request === undefined || client === undefined) continue;
    const [route, input] = request;
    const first = await client.ask(route, input);
    if (first.status >= 500) throw new Error(`${route.path}: ${first.text}`);
    const isCreating = route === routes.createPost || route === routes.createThread;
    if (!happening.again || first.status >= 300) continue;
    const second = await client.ask(route, input);
    const ids = ({ text }: { text: string }) => JSON.parse(text).post?.id as unknown;
    if (isCreating && ids(first) !== ids(second)) throw new Error(`${route.path} appeared twice`);
    // Membership and rights are remembered with the sign-in until the log is heard.
    await t.settle();
  }
  await t.settle();
}
