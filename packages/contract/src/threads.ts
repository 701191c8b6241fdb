import * as z from 'zod/mini';
import { institutionView, memberBrief } from './institutions.ts';
import { limits } from './limits.ts';
import { postView, threadBrief, threadMine } from './posts.ts';
import { route } from './route.ts';
import {
  asOf,
  clientKey,
  count,
  cursor,
  id,
  idText,
  languageTag,
  limitText,
  line,
  page,
  postBody,
  postNumberText,
  revision,
  slug,
  storable,
  time,
  writing,
} from './shapes.ts';
import { spaceBrief } from './spaces.ts';
import {
  offeredSharing,
  sharingLabels,
  startableKinds,
  threadFilters,
  threadKinds,
  threadSorts,
} from './vocabulary.ts';

export const threadSummary = z.object({
  ...threadBrief.shape,
  space: spaceBrief,
  author: z.object({ member: memberBrief }),
  excerpt: z.string(),
  hasSynthesis: z.boolean(),
  /** Published posts by others above my read position; null for a thread I never opened nor follow. */
  unread: z.nullable(count),
  /** Never opened by me. */
  isNew: z.boolean(),
});
export type ThreadSummary = z.infer<typeof threadSummary>;

export const synthesisView = z.object({
  body: z.string(),
  html: z.string(),
  language: languageTag,
  author: z.object({ member: memberBrief }),
  /** Posts it rests on. */
  sources: z.array(z.object({ postId: id, seq: count })),
  revision,
  updatedAt: time,
});
export type SynthesisView = z.infer<typeof synthesisView>;

export const threadView = z.object({
  ...threadBrief.shape,
  space: spaceBrief,
  author: z.object({ member: memberBrief }),
  /** The institution of the one who asked, with its context. */
  institution: z.nullable(institutionView),
  /** Institutions whose members have posted. */
  institutions: z.array(institutionView),
  synthesis: z.nullable(synthesisView),
  revision,
});
export type ThreadView = z.infer<typeof threadView>;

const threadParams = z.strictObject({ id: idText });
const themes = z.array(slug).check(z.maxLength(limits.themesPerThread));
const quote = z.strictObject({
  postId: id,
  /** The passage that is quoted; the whole post when absent. */
  text: z.optional(writing(limits.note)),
});

/** When the draft was kept that this was written as: it goes with it, unless it was changed since. */
const sentDraft = z.optional(time);

export const threadRoutes = {
  listThreads: route({
    method: 'GET',
    path: '/api/threads',
    door: 'member',
    summary: 'Threads I may read, filtered and sorted',
    query: z.strictObject({
      space: z.optional(idText),
      kind: z.optional(z.enum(threadKinds)),
      theme: z.optional(slug),
      institution: z.optional(idText),
      filter: z.optional(z.enum(threadFilters)),
      sort: z.optional(z.enum(threadSorts)),
      cursor: z.optional(cursor),
      limit: limitText,
    }),
    reply: page(threadSummary),
  }),
  createThread: route({
    method: 'POST',
    path: '/api/threads',
    door: 'member',
    summary: 'Ask, discuss or announce',
    body: z.strictObject({
      spaceId: id,
      kind: z.enum(startableKinds),
      title: line(limits.title),
      body: postBody,
      language: languageTag,
      themes,
      sharing: z.enum(offeredSharing),
      draft: sentDraft,
      clientKey,
    }),
    reply: z.object({ thread: threadView, post: postView, asOf }),
    status: 201,
  }),
  getThread: route({
    method: 'GET',
    path: '/api/threads/:id',
    door: 'member',
    summary: 'One thread with a window of its posts and my own part: one request fills the page',
    params: threadParams,
    query: z.strictObject({
      /** A post number; without it the window is where I left off: around the first unread, or the end. */
      from: z.optional(postNumberText),
      limit: limitText,
    }),
    reply: z.object({
      thread: threadView,
      posts: z.array(postView),
      /** The post number the next window starts from. */
      next: z.nullable(count),
      mine: threadMine,
      asOf,
    }),
  }),
  listPosts: route({
    method: 'GET',
    path: '/api/threads/:id/posts',
    door: 'member',
    summary: 'Posts above a number',
    params: threadParams,
    query: z.strictObject({ after: z.optional(postNumberText), limit: limitText }),
    reply: z.object({
      items: z.array(postView),
      next: z.nullable(count),
      mine: threadMine,
      asOf,
    }),
  }),
  createPost: route({
    method: 'POST',
    path: '/api/threads/:id/posts',
    door: 'member',
    summary: 'Answer',
    params: threadParams,
    body: z.strictObject({
      body: postBody,
      language: z.optional(languageTag),
      quote: z.optional(quote),
      draft: sentDraft,
      clientKey,
    }),
    reply: z.object({ post: postView, asOf }),
    status: 201,
  }),
  editThread: route({
    method: 'PATCH',
    path: '/api/threads/:id',
    door: 'member',
    summary: 'Change title, themes or language; make the label stricter',
    params: threadParams,
    body: z.strictObject({
      title: z.optional(line(limits.title)),
      themes: z.optional(themes),
      language: z.optional(languageTag),
      sharing: z.optional(z.enum(sharingLabels)),
      revision,
    }),
    reply: z.object({ thread: threadView, asOf }),
  }),
  pinThread: route({
    method: 'PUT',
    path: '/api/threads/:id/pin',
    door: 'member',
    summary: 'Keep a thread on top of its space',
    params: threadParams,
  }),
  unpinThread: route({
    method: 'DELETE',
    path: '/api/threads/:id/pin',
    door: 'member',
    summary: 'Let a thread go back into the order of its space',
    params: threadParams,
  }),
  lockThread: route({
    method: 'PUT',
    path: '/api/threads/:id/lock',
    door: 'member',
    summary: 'Take no more posts',
    params: threadParams,
  }),
  unlockThread: route({
    method: 'DELETE',
    path: '/api/threads/:id/lock',
    door: 'member',
    summary: 'Take posts again',
    params: threadParams,
  }),
  moveThread: route({
    method: 'PUT',
    path: '/api/threads/:id/space',
    door: 'member',
    summary: 'Move a thread to another space; it takes the stricter label',
    params: threadParams,
    body: z.strictObject({ spaceId: id }),
    reply: z.object({ thread: threadView, asOf }),
  }),
  writeSynthesis: route({
    method: 'PUT',
    path: '/api/threads/:id/synthesis',
    door: 'member',
    summary: 'The short human summary that closes a thread; post numbers as `#3` become links',
    params: threadParams,
    body: z.strictObject({
      body: writing(limits.synthesisBody),
      language: languageTag,
      /** 0 for the first one. */
      revision: count,
    }),
    reply: z.object({ synthesis: synthesisView, asOf }),
  }),
  removeSynthesis: route({
    method: 'DELETE',
    path: '/api/threads/:id/synthesis',
    door: 'member',
    summary: 'Open the thread again without a synthesis',
    params: threadParams,
  }),
  listMentionable: route({
    method: 'GET',
    path: '/api/threads/:id/mentionable',
    door: 'member',
    summary: 'Members who may read the thread, by the beginning of a name in any script',
    params: threadParams,
    query: z.strictObject({ q: storable(60) }),
    reply: z.object({ items: z.array(memberBrief), asOf }),
  }),
  listMentionableInSpace: route({
    method: 'GET',
    path: '/api/spaces/:id/mentionable',
    door: 'member',
    summary: 'Members who would read a thread with this label, while it is being written',
    params: threadParams,
    query: z.strictObject({ q: storable(60), sharing: z.enum(sharingLabels) }),
    reply: z.object({ items: z.array(memberBrief), asOf }),
  }),
};
