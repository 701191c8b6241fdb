import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { postView } from './posts.ts';
import { route } from './route.ts';
import {
  asOf,
  count,
  cursor,
  id,
  idsText,
  idText,
  languageTag,
  limitText,
  page,
  slug,
  storable,
  time,
} from './shapes.ts';
import { threadSummary } from './threads.ts';
import { followLevels, sharingLabels, startableKinds } from './vocabulary.ts';

const threadParams = z.strictObject({ id: idText });

export const bookmarkView = z.object({
  post: postView,
  threadTitle: z.string(),
  note: z.nullable(z.string()),
  keptAt: time,
});
export type BookmarkView = z.infer<typeof bookmarkView>;

/** What has been typed and not sent; of an answer (`threadId`) or of a new thread (null). */
export const draftContent = z.object({
  spaceId: z.nullable(id),
  kind: z.nullable(z.enum(startableKinds)),
  title: storable(limits.title),
  body: storable(limits.postBody),
  language: z.nullable(languageTag),
  themes: z.array(slug).check(z.maxLength(limits.themesPerThread)),
  sharing: z.nullable(z.enum(sharingLabels)),
  quotePostId: z.nullable(id),
  /** The passage that is quoted of it; null for the whole post. */
  quoteText: z.nullable(storable(limits.note)),
});
export type DraftContent = z.infer<typeof draftContent>;

/** A draft as it is stored. Its time changes with its content: whoever replaces it says which they have seen. */
export const storedDraft = z.object({ content: draftContent, updatedAt: time });
export type StoredDraft = z.infer<typeof storedDraft>;

export const draftView = z.object({
  place: z.string(),
  threadId: z.nullable(id),
  threadTitle: z.nullable(z.string()),
  ...storedDraft.shape,
});
export type DraftView = z.infer<typeof draftView>;

/** `new` for a thread that is being asked, else `thread-<id>`. */
const draftPlace = z.string().check(z.regex(/^(new|thread-[1-9]\d{0,15})$/));

export const readingRoutes = {
  getHome: route({
    method: 'GET',
    path: '/api/home',
    door: 'member',
    summary: 'What waits for me: questions I could answer, news in what I follow',
    reply: z.object({
      couldAnswer: z.array(
        z.object({
          thread: threadSummary,
          because: z.array(z.enum(['theme', 'language', 'region', 'unanswered'])),
        }),
      ),
      following: z.array(threadSummary),
      asOf,
    }),
  }),
  setRead: route({
    method: 'PUT',
    path: '/api/threads/:id/read',
    door: 'member',
    summary: 'I have read up to this number; never moves backwards',
    params: threadParams,
    body: z.strictObject({ seq: count }),
  }),
  setFollow: route({
    method: 'PUT',
    path: '/api/threads/:id/follow',
    door: 'member',
    summary: 'Follow everything, only mentions of me, or nothing',
    params: threadParams,
    body: z.strictObject({ level: z.enum(followLevels) }),
  }),
  listBookmarks: route({
    method: 'GET',
    path: '/api/bookmarks',
    door: 'member',
    summary: 'The posts I kept, newest first',
    query: z.strictObject({ cursor: z.optional(cursor), limit: limitText }),
    reply: page(bookmarkView),
  }),
  listKeepable: route({
    method: 'GET',
    path: '/api/keepable',
    door: 'member',
    summary: 'Which of these threads every member may read: only they may be kept on a device',
    query: z.strictObject({ ids: idsText(limits.kept) }),
    reply: z.object({ items: z.array(id), next: z.null(), asOf }),
  }),
  listDrafts: route({
    method: 'GET',
    path: '/api/drafts',
    door: 'member',
    summary: 'What I have typed and not sent',
    reply: z.object({ items: z.array(draftView), next: z.null(), asOf }),
  }),
  keepDraft: route({
    method: 'PUT',
    path: '/api/drafts/:place',
    door: 'member',
    summary: 'Keep what is typed, in place of the draft that was seen there; null for none',
    params: z.strictObject({ place: draftPlace }),
    body: z.strictObject({ ...draftContent.shape, seen: z.nullable(time) }),
    reply: z.object({ updatedAt: time, asOf }),
  }),
  dropDraft: route({
    method: 'DELETE',
    path: '/api/drafts/:place',
    door: 'member',
    summary: 'Throw away the draft that was seen',
    params: z.strictObject({ place: draftPlace }),
    query: z.strictObject({ seen: time }),
  }),
};
