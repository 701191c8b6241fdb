import * as z from 'zod/mini';
import { memberBrief } from './institutions.ts';
import { limits } from './limits.ts';
import { route } from './route.ts';
import {
  asOf,
  count,
  id,
  idText,
  languageTag,
  postBody,
  revision,
  slug,
  time,
  writing,
} from './shapes.ts';
import {
  followLevels,
  postStates,
  reactionKinds,
  sharingLabels,
  threadKinds,
} from './vocabulary.ts';

export const threadVerbs = [
  'reply',
  'quote',
  'react',
  'edit',
  'narrow',
  'pin',
  'lock',
  'move',
  'synthesise',
] as const;
export type ThreadVerb = (typeof threadVerbs)[number];

export const postVerbs = ['edit', 'delete', 'revisions'] as const;
export type PostVerb = (typeof postVerbs)[number];

/** What every view of a thread tells. */
export const threadBrief = z.object({
  id,
  kind: z.enum(threadKinds),
  title: z.string(),
  language: languageTag,
  sharing: z.enum(sharingLabels),
  themes: z.array(slug),
  createdAt: time,
  lastActivityAt: time,
  /** Published posts. */
  posts: count,
  /** The highest number given; numbers of deleted posts stay. */
  lastSeq: count,
  pinned: z.boolean(),
  locked: z.boolean(),
  version: count,
});

/** A quoted passage. `gone` when the quoted post can no longer be shown. */
export const postQuote = z.object({
  postId: id,
  threadId: id,
  seq: count,
  author: z.nullable(z.object({ member: memberBrief })),
  excerpt: z.string(),
  language: languageTag,
  gone: z.boolean(),
});
export type PostQuote = z.infer<typeof postQuote>;

/** A post, the same for every reader. Body and html are empty unless it is published. */
export const postView = z.object({
  id,
  threadId: id,
  seq: count,
  revision,
  version: count,
  author: z.object({ member: memberBrief }),
  body: z.string(),
  html: z.string(),
  quote: z.nullable(postQuote),
  language: languageTag,
  createdAt: time,
  editedAt: z.nullable(time),
  state: z.enum(postStates),
  reactions: z.object({ useful: count, tried: count, talk: count }),
});
export type PostView = z.infer<typeof postView>;

/** The reader's own part of a window of posts. Keys of the records are post numbers. */
export const threadMine = z.object({
  readSeq: count,
  /** Published posts by others above readSeq. */
  unread: count,
  firstUnread: z.nullable(count),
  follow: z.nullable(z.enum(followLevels)),
  /** Numbers of my own posts in the window. */
  posts: z.array(count),
  reactions: z.record(z.string(), z.array(z.enum(reactionKinds))),
  bookmarks: z.array(count),
  can: z.object({
    thread: z.array(z.enum(threadVerbs)),
    posts: z.record(z.string(), z.array(z.enum(postVerbs))),
  }),
});
export type ThreadMine = z.infer<typeof threadMine>;

const postParams = z.strictObject({ id: idText });
const reactionParams = z.strictObject({ id: idText, kind: z.enum(reactionKinds) });
const reactionReply = z.object({
  reactions: postView.shape.reactions,
  mine: z.array(z.enum(reactionKinds)),
  asOf,
});

export const postRoutes = {
  getPost: route({
    method: 'GET',
    path: '/api/posts/:id',
    door: 'member',
    summary: 'Where a post is: for permalinks, also after a move',
    params: postParams,
    reply: z.object({ post: postView, asOf }),
  }),
  editPost: route({
    method: 'PATCH',
    path: '/api/posts/:id',
    door: 'member',
    summary: 'Change the text of my post',
    params: postParams,
    body: z.strictObject({ body: postBody, revision }),
    reply: z.object({ post: postView, asOf }),
  }),
  deletePost: route({
    method: 'DELETE',
    path: '/api/posts/:id',
    door: 'member',
    summary: 'Take my post back; its number stays as a tombstone',
    params: postParams,
  }),
  listRevisions: route({
    method: 'GET',
    path: '/api/posts/:id/revisions',
    door: 'member',
    summary: 'What a post said before, newest first',
    params: postParams,
    reply: z.object({
      items: z.array(z.object({ revision, body: z.string(), html: z.string(), writtenAt: time })),
      next: z.null(),
      asOf,
    }),
  }),
  react: route({
    method: 'PUT',
    path: '/api/posts/:id/reactions/:kind',
    door: 'member',
    summary: 'Useful to my city, we tried this, we want to talk',
    params: reactionParams,
    reply: reactionReply,
  }),
  unreact: route({
    method: 'DELETE',
    path: '/api/posts/:id/reactions/:kind',
    door: 'member',
    summary: 'Take a reaction back',
    params: reactionParams,
    reply: reactionReply,
  }),
  keepBookmark: route({
    method: 'PUT',
    path: '/api/posts/:id/bookmark',
    door: 'member',
    summary: 'Keep a post for myself, with a note nobody else sees',
    params: postParams,
    body: z.strictObject({ note: z.optional(writing(limits.note)) }),
  }),
  removeBookmark: route({
    method: 'DELETE',
    path: '/api/posts/:id/bookmark',
    door: 'member',
    summary: 'Let a kept post go',
    params: postParams,
  }),
};
