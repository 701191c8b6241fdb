import type { FollowLevel, Locale, ReactionKind } from '@counterpart/contract';
import type { ThemeSlug } from '../founding/themes.ts';
import type { CastKey } from './cast.ts';
import type { SpaceKey } from './network.ts';

/** A moment counted back from the day on which the story is told: whole days, then a time in UTC. */
export interface StoryTime {
  /** At least 1, so that every moment lies in the past at any hour. */
  daysAgo: number;
  /** HH:MM */
  at: string;
}

/** Bodies are Markdown. `{{member:key}}` stands for a mention of a cast member. */
export interface StoryPost extends StoryTime {
  author: CastKey;
  language: Locale;
  body: string;
  /** Number of the earlier post that is quoted; `quoteText` occurs in it word for word, without marks. */
  quotes?: number;
  quoteText?: string;
  reactions?: Partial<Record<ReactionKind, readonly CastKey[]>>;
  /** The body as it reads after the edit. */
  edited?: StoryTime & { body: string };
  /** Taken back by its author after it was published; the number stays. */
  deleted?: true;
}

/** `#3` in the body stands for post number 3; `cites` names the same numbers. */
export interface StorySynthesis extends StoryTime {
  author: CastKey;
  language: Locale;
  body: string;
  cites: readonly number[];
}

/** Post number 1 is the thread's own body; `posts` starts at number 2. */
export interface StoryThread {
  key: string;
  space: SpaceKey;
  kind: 'question' | 'discussion' | 'announcement';
  title: string;
  language: Locale;
  sharing: 'network' | 'space';
  themes: readonly ThemeSlug[];
  author: CastKey;
  asked: StoryTime;
  body: string;
  /** Reactions to post number 1. */
  reactions?: StoryPost['reactions'];
  pinned?: true;
  /** Locked after its last post. */
  locked?: true;
  posts: readonly StoryPost[];
  synthesis?: StorySynthesis;
}

/** The member has read the thread up to this post number. */
export interface StoryRead {
  member: CastKey;
  thread: string;
  upTo: number;
}

export interface StoryFollow {
  member: CastKey;
  thread: string;
  level: FollowLevel;
}

export interface StoryBookmark {
  member: CastKey;
  thread: string;
  post: number;
  /** When it was saved. */
  kept: StoryTime;
  note?: string;
}
