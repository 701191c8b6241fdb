import * as z from 'zod/mini';
import { institutionView, memberBrief } from './institutions.ts';
import { limits } from './limits.ts';
import { threadBrief } from './posts.ts';
import { route } from './route.ts';
import {
  asOf,
  count,
  cursor,
  id,
  idText,
  languageTag,
  limitText,
  localized,
  slug,
  storable,
  time,
} from './shapes.ts';
import { spaceBrief } from './spaces.ts';
import { locales, threadKinds } from './vocabulary.ts';

export const searchTypes = ['all', 'thread', 'post', 'practice', 'institution', 'member'] as const;
export type SearchType = (typeof searchTypes)[number];

export const searchSorts = ['relevance', 'new'] as const;

/** A piece of a text; `hit` when it is what was looked for. The pieces together are the text. */
export const textPart = z.object({ text: z.string(), hit: z.boolean() });
export type TextPart = z.infer<typeof textPart>;

/** A passage of a thread: of a post, or of its synthesis. */
const passage = z.object({
  /** Null for the synthesis. */
  postId: z.nullable(id),
  seq: z.nullable(count),
  author: z.object({ member: memberBrief }),
  language: languageTag,
  writtenAt: time,
  snippet: z.array(textPart),
});

/** A day in UTC; before 1970 nothing was written here. */
const day = z.iso.date().check(z.refine((text) => text >= '1970', { error: 'out-of-range' }));

const threadHit = {
  id,
  threadId: id,
  title: z.string(),
  titleParts: z.array(textPart),
  thread: z.object({
    ...threadBrief.shape,
    space: spaceBrief,
    author: z.object({ member: memberBrief }),
    hasSynthesis: z.boolean(),
  }),
  passage,
};

/** A thread with its best passage; `more` others of its posts hold what was looked for. */
const foundThread = z.object({ type: z.literal('thread'), ...threadHit, more: count });
export type FoundThread = z.infer<typeof foundThread>;

export const searchItem = z.discriminatedUnion('type', [
  foundThread,
  /** One post. */
  z.object({ type: z.literal('post'), ...threadHit }),
  z.object({ type: z.literal('institution'), id, institution: institutionView }),
  z.object({ type: z.literal('member'), id, member: memberBrief }),
]);
export type SearchItem = z.infer<typeof searchItem>;

/** What the page says about the question; `text` is the part of it that is meant. */
export const searchHintKinds = [
  /** Longer than what is looked at. */
  'cut',
  /** More words than are looked for. */
  'words-left',
  /** No operator here is called so: searched as text. */
  'operator-unknown',
  /** An operator, with a value that means nothing: searched as text. */
  'value-unknown',
  /** Nothing holds all words: these hold most of them. */
  'most-words',
  /** The words were not found as typed: what is nearly the same was looked for as well. */
  'nearly',
  /** The words stand in so much that it took too long. */
  'too-general',
] as const;
export const searchHint = z.object({ kind: z.enum(searchHintKinds), text: z.string() });
export type SearchHint = z.infer<typeof searchHint>;

const facet = <Value extends z.core.$ZodType>(value: Value) => z.array(z.object({ value, count }));

/** In how many of the found threads each stands; the most frequent first. */
export const searchFacets = z.object({
  spaces: z.array(z.object({ value: spaceBrief, count })),
  kinds: facet(z.enum(threadKinds)),
  languages: facet(languageTag),
  themes: facet(slug),
});
export type SearchFacets = z.infer<typeof searchFacets>;

/** What was looked for as well, in which language, because of which words, and what is to be known about it. */
export const searchAdded = z.object({
  term: z.string(),
  language: z.enum(locales),
  because: z.string(),
  note: z.nullable(localized),
});
export type SearchAdded = z.infer<typeof searchAdded>;

/** A city or organisation whose people wrote about it, how often, and who of them to ask. */
export const searchVoice = z.object({
  institution: institutionView,
  posts: count,
  people: z.array(memberBrief),
});
export type SearchVoice = z.infer<typeof searchVoice>;

export const searchRoutes = {
  search: route({
    method: 'GET',
    path: '/api/search',
    door: 'member',
    summary:
      'Find what I may read: words, "phrases", -not, OR, and operators such as author: or before:',
    query: z.strictObject({
      q: z.optional(storable(limits.search.typed)),
      type: z.optional(z.enum(searchTypes)),
      space: z.optional(idText),
      theme: z.optional(slug),
      lang: z.optional(languageTag),
      kind: z.optional(z.enum(threadKinds)),
      institution: z.optional(idText),
      author: z.optional(idText),
      /** Written on this day or later; before this day. */
      after: z.optional(day),
      before: z.optional(day),
      sort: z.optional(z.enum(searchSorts)),
      /** `no`: only the words that were typed, without what the glossary adds. */
      expand: z.optional(z.enum(['no'])),
      cursor: z.optional(cursor),
      limit: limitText,
    }),
    reply: z.object({
      items: z.array(searchItem),
      /** Of what was asked for; `atLeast` when there is more than was counted. */
      total: count,
      atLeast: z.boolean(),
      /** Of the first page; null on the others. */
      facets: z.nullable(searchFacets),
      /** Who has written most about it: with the first page, and none of one's own institution. */
      who: z.array(searchVoice),
      added: z.array(searchAdded),
      hints: z.array(searchHint),
      next: z.nullable(cursor),
      engine: z.enum(['postgresql', 'meilisearch']),
      /** The engine that should have answered could not. */
      degraded: z.boolean(),
      asOf,
    }),
  }),
  listSimilar: route({
    method: 'GET',
    path: '/api/search/similar',
    door: 'member',
    summary: 'Threads about the same as what somebody is about to ask, at most five',
    query: z.strictObject({ text: storable(limits.search.typed) }),
    reply: z.object({ items: z.array(foundThread), asOf }),
  }),
};
