import type { Actor, Grant } from '../../platform/actor.ts';
import type { TestApp } from '../app.ts';
import type { Network, Person } from './network.ts';

export interface PostFact {
  id: number;
  seq: number;
  state: string;
  author: number;
  /** Members whom it mentions. */
  mentions: number[];
}

export interface ThreadFact {
  id: number;
  space: number;
  access: 'open' | 'restricted' | 'private';
  sharing: 'network' | 'space';
  kind: string;
  author: number;
  lastSeq: number;
  postCount: number;
  posts: PostFact[];
}

export interface ReaderFact {
  member: number;
  thread: number;
  readSeq: number;
  opened: boolean;
  follow: string | null;
}

/** What is stored, as plainly as possible: the laws are judged from it without the product's SQL. */
export interface Facts {
  threads: ThreadFact[];
  readers: ReaderFact[];
  inside: Set<string>;
  /** Roles that are held now: whoever leaves a space no longer looks after it. */
  grants: (Grant & { member: number })[];
}

export async function readFacts({ sql }: TestApp, { spaces }: Network): Promise<Facts> {
  const ids = sql(spaces.map(({ id }) => id));
  const threads = await sql<Omit<ThreadFact, 'posts'>[]>`
    select t.id::float8 as id, t.space_id::float8 as space, s.access, t.sharing, t.kind,
           t.author_id::float8 as author, t.last_seq as "lastSeq", t.post_count as "postCount"
    from thread t join space s on s.id = t.space_id where s.id in ${ids}`;
  const posts = await sql<(PostFact & { thread: number })[]>`
    select p.id::float8 as id, p.thread_id::float8 as thread, p.seq, p.state,
           p.author_id::float8 as author,
           array(select m.subject_id::float8 from post_mention m
                 where m.post_id = p.id and m.kind = 'member') as mentions
    from post p join thread t on t.id = p.thread_id where t.space_id in ${ids} order by p.seq`;
  const readers = await sql<ReaderFact[]>`
    select member_id::float8 as member, thread_id::float8 as thread, read_seq as "readSeq",
           opened_at is not null as opened, follow
    from thread_reader`;
  const inside = await sql<{ key: string }[]>`
    select space_id || ':' || member_id as key from space_member where space_id in ${ids}`;
  const grants = await sql<Facts['grants']>`
    select member_id::float8 as member, role, space_id::float8 as "spaceId" from role_grant
    where until_at is null`;
  return {
    grants: [...grants],
    threads: threads.map((thread) => ({
      ...thread,
      posts: posts.filter((post) => post.thread === thread.id),
    })),
    readers: [...readers],
    inside: new Set(inside.map(({ key }) => key)),
  };
}

/** The member as an actor, with the roles they hold now. */
export function actorOf({ grants }: Facts, { member }: Person): Actor {
  const { id: memberId, institutionId } = member;
  return {
    memberId,
    sessionId: 1,
    state: 'active',
    seat: 'practitioner',
    institutionId,
    locale: 'en',
    grants: grants.filter((grant) => grant.member === memberId),
  };
}

/** The product's rule, in its own words: the space is the upper bound, the label only narrows. */
export function mayRead(facts: Facts, { member }: Person, thread: ThreadFact): boolean {
  if (facts.inside.has(`${thread.space}:${member.id}`)) return true;
  if (thread.access === 'private') return false;
  const isStaff = facts.grants.some(
    (grant) => grant.member === member.id && grant.role !== 'facilitator',
  );
  if (isStaff) return true;
  return thread.access === 'open' && thread.sharing === 'network';
}

export function readerOf(facts: Facts, { member }: Person, thread: ThreadFact) {
  return facts.readers.find((row) => row.member === member.id && row.thread === thread.id);
}

/** Published posts by others above the read position. */
export function unreadOf(facts: Facts, person: Person, thread: ThreadFact): PostFact[] {
  const readSeq = readerOf(facts, person, thread)?.readSeq ?? 0;
  return thread.posts.filter(
    ({ seq, state, author }) =>
      seq > readSeq && state === 'published' && author !== person.member.id,
  );
}

/** Unread posts that the member wants to hear of. */
export function waitingOf(facts: Facts, person: Person, thread: ThreadFact): PostFact[] {
  const reader = readerOf(facts, person, thread);
  if (reader === undefined || reader.follow === 'muted') return [];
  return unreadOf(facts, person, thread).filter(
    ({ mentions }) => reader.follow !== 'mentions' || mentions.includes(person.member.id),
  );
}

export function isUnanswered({ kind, posts, author }: ThreadFact): boolean {
  return (
    kind === 'question' &&
    !posts.some((post) => post.author !== author && post.state === 'published')
  );
}
