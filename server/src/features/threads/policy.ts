import type {
  PostState,
  PostVerb,
  Sharing,
  SpaceAccess,
  ThreadKind,
  ThreadVerb,
} from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import { mayFacilitate } from '../spaces/index.ts';

/** What decides about a thread the actor may read. */
export interface ThreadFacts {
  authorId: number;
  kind: ThreadKind;
  sharing: Sharing;
  locked: boolean;
  space: { id: number; access: SpaceAccess; joined: boolean };
  /** Whether the actor has published a post in it. */
  tookPart: boolean;
}

export interface PostFacts {
  authorId: number;
  state: PostState;
  revision: number;
}

export function mayReply(_actor: Actor, thread: ThreadFacts): boolean {
  return !thread.locked;
}

export function mayEditThread(actor: Actor, thread: ThreadFacts): boolean {
  if (thread.authorId === actor.memberId) return !thread.locked;
  return mayFacilitate(actor, thread.space);
}

/** The author may only make a label stricter; so may those who look after the space. */
export function mayNarrow(actor: Actor, thread: ThreadFacts): boolean {
  return mayEditThread(actor, thread) && thread.sharing === 'network';
}

export function mayPin(actor: Actor, thread: ThreadFacts): boolean {
  return mayFacilitate(actor, thread.space);
}

export const mayLock = mayPin;

/** What was said among few is never moved to where others read it: see mayMoveTo. */
export function mayMove(actor: Actor, thread: ThreadFacts): boolean {
  return thread.space.access !== 'private' && mayFacilitate(actor, thread.space);
}

const strictness: Record<SpaceAccess, number> = { open: 0, restricted: 1, private: 2 };

export function mayMoveTo(
  actor: Actor,
  thread: ThreadFacts,
  target: { id: number; access: SpaceAccess; joined: boolean },
): boolean {
  const widens = strictness[target.access] < strictness[thread.space.access];
  return mayMove(actor, thread) && !widens && mayFacilitate(actor, target);
}

/** Whoever asked, took part, or looks after the space may sum up. */
export function maySynthesise(actor: Actor, thread: ThreadFacts): boolean {
  return (
    thread.authorId === actor.memberId || thread.tookPart || mayFacilitate(actor, thread.space)
  );
}

export function threadCan(actor: Actor, thread: ThreadFacts): ThreadVerb[] {
  const can: ThreadVerb[] = [];
  if (mayReply(actor, thread)) can.push('reply', 'quote');
  can.push('react');
  if (mayEditThread(actor, thread)) can.push('edit');
  if (mayNarrow(actor, thread)) can.push('narrow');
  if (mayPin(actor, thread)) can.push('pin');
  if (mayLock(actor, thread)) can.push('lock');
  if (mayMove(actor, thread)) can.push('move');
  if (maySynthesise(actor, thread)) can.push('synthesise');
  return can;
}

/** In a locked thread nothing more is said, except by taking back what is one's own. */
export function mayEditPost(actor: Actor, post: PostFacts, thread: { locked: boolean }): boolean {
  return post.authorId === actor.memberId && post.state === 'published' && !thread.locked;
}

export function mayDeletePost(actor: Actor, post: PostFacts): boolean {
  return (
    post.authorId === actor.memberId && (post.state === 'published' || post.state === 'pending')
  );
}

/** One does not find one's own post useful. */
export function mayReact(actor: Actor, post: PostFacts): boolean {
  return post.state === 'published' && post.authorId !== actor.memberId;
}

export function maySeeRevisions(_actor: Actor, post: PostFacts): boolean {
  return post.state === 'published' && post.revision > 1;
}

export function postCan(actor: Actor, post: PostFacts, thread: { locked: boolean }): PostVerb[] {
  const can: PostVerb[] = [];
  if (mayEditPost(actor, post, thread)) can.push('edit');
  if (mayDeletePost(actor, post)) can.push('delete');
  if (maySeeRevisions(actor, post)) can.push('revisions');
  return can;
}

/** Only what is shared with the whole network may be quoted in another thread. */
export function mayQuoteInto(
  quoted: { threadId: number; sharing: Sharing },
  thread: { id: number },
): boolean {
  return quoted.threadId === thread.id || quoted.sharing === 'network';
}
