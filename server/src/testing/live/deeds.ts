import { type RouteName, reactionKinds, routes } from '@counterpart/contract';
import type { TestThread } from '@counterpart/db/testing';
import type { TestApp } from '../app.ts';
import type { LooseInput } from '../client.ts';
import type { Dice } from './dice.ts';
import {
  type Cast,
  type Place,
  places,
  type Role,
  type Rooms,
  roles,
  someRooms,
  threadAt,
} from './stage.ts';

/** A small network in which things happen at random. */
export interface Village {
  cast: Cast;
  rooms: Rooms;
  /** A second set, to which threads are moved. */
  elsewhere: Rooms;
  threads: TestThread[];
}

export async function aVillage(t: TestApp, cast: Cast): Promise<Village> {
  const rooms = await someRooms(t, cast);
  const elsewhere = await someRooms(t, cast);
  const threads: TestThread[] = [];
  for (const place of [...places, 'network'] satisfies Place[])
    threads.push(await threadAt(t, { cast, rooms }, place));
  return { cast, rooms, elsewhere, threads };
}

export interface Deed {
  by: Role;
  name: RouteName;
  input: LooseInput;
}

interface Post {
  id: number;
  threadId: number;
  authorId: number;
  revision: number;
  threadRevision: number;
  synthesisRevision: number;
}

async function aPostOf({ sql }: TestApp, dice: Dice, { threads }: Village): Promise<Post> {
  const posts = await sql<Post[]>`
    select p.id::float8 as id, p.thread_id::float8 as "threadId", p.author_id::float8 as "authorId",
           p.revision, thread.revision as "threadRevision",
           coalesce(synthesis.revision, 0) as "synthesisRevision"
    from post p join thread on thread.id = p.thread_id
    left join synthesis on synthesis.thread_id = thread.id
    where p.thread_id = any(${threads.map(({ id }) => id)}::bigint[]) order by p.thread_id, p.seq`;
  return dice.oneOf(posts);
}

/** The routes by how often they are asked. */
const frequent: RouteName[] = ['createPost', 'createPost', 'createPost', 'editPost', 'react'];
const usual: RouteName[] = ['deletePost', 'unreact', 'setRead', 'keepBookmark', 'removeBookmark'];
const rare: RouteName[] = [
  ...(['editThread', 'pinThread', 'unpinThread', 'lockThread', 'unlockThread'] as const),
  ...(['moveThread', 'writeSynthesis', 'removeSynthesis', 'setFollow', 'setPreferences'] as const),
  ...(['joinSpace', 'leaveSpace', 'admitToSpace', 'removeFromSpace', 'unlockThread'] as const),
];
const byAuthor = new Set<RouteName>(['editPost', 'deletePost']);
const byCaretaker = new Set<RouteName>([
  ...(['pinThread', 'lockThread', 'unlockThread', 'moveThread'] as const),
  ...(['admitToSpace', 'removeFromSpace', 'editThread'] as const),
]);

function actorOf(name: RouteName, dice: Dice, { cast }: Village, post: Post): Role {
  const author = roles.find((role) => cast[role].id === post.authorId);
  if (byAuthor.has(name) && author !== undefined) return author;
  if (byCaretaker.has(name)) return dice.oneOf(['facilitator', 'facilitator', 'author', 'admin']);
  return dice.oneOf(roles);
}

function bodyOf(name: RouteName, dice: Dice, village: Village, post: Post, other: Post): object {
  const words = `Said ${dice.below(1_000_000)}`;
  switch (name) {
    case 'createPost': {
      const quote = dice.below(3) === 0 && { quote: { postId: other.id } };
      return { body: words, clientKey: crypto.randomUUID(), ...quote };
    }
    case 'editPost':
      return { body: words, revision: post.revision };
    case 'editThread': {
      const narrows = dice.below(3) === 0 && { sharing: 'space' };
      return { title: words, revision: post.threadRevision, ...narrows };
    }
    case 'writeSynthesis':
      return { body: `${words} #1 #2 #3`, language: 'en', revision: post.synthesisRevision };
    case 'moveThread': {
      const rooms = dice.oneOf([village.rooms, village.elsewhere]);
      return { spaceId: dice.oneOf(Object.values(rooms)).id };
    }
    case 'setRead':
      return { seq: dice.below(9) };
    case 'setFollow':
      return { level: dice.oneOf(['all', 'mentions', 'muted']) };
    case 'setPreferences':
      return { locale: 'en', theme: 'dark', numerals: 'latn', timeZone: 'UTC' };
    default:
      return { note: words };
  }
}

function paramsOf(path: string, dice: Dice, { cast, rooms, elsewhere }: Village, post: Post) {
  const room = dice.oneOf([...Object.values(rooms), ...Object.values(elsewhere)]);
  const id = { spaces: room.id, threads: post.threadId, posts: post.id }[path.split('/')[2] ?? ''];
  const memberId = cast[dice.oneOf(roles)].id;
  const kind = dice.oneOf(reactionKinds);
  const all: Record<string, string | number | undefined> = { id, memberId, kind };
  return Object.fromEntries(
    [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, all[name]]),
  );
}

/** Something that one of them may want to do; whether they may is for the product to say. */
export async function aDeed(t: TestApp, dice: Dice, village: Village): Promise<Deed> {
  const name = dice.oneOf(dice.oneOf([frequent, frequent, usual, rare]));
  const [post, other] = [await aPostOf(t, dice, village), await aPostOf(t, dice, village)];
  const route = routes[name];
  const params = paramsOf(route.path, dice, village, post);
  const body = 'body' in route && { body: bodyOf(name, dice, village, post, other) };
  return { by: actorOf(name, dice, village, post), name, input: { params, ...body } };
}
