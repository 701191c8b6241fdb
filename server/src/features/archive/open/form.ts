// The open form of an archive, as docs/archive.md describes it: a folder of files with one JSON object a line.
import {
  time as anyTime,
  id,
  institutionKinds,
  languageTag,
  limits,
  line,
  locale,
  memberStates,
  postBody,
  reactionKinds,
  seats,
  sharingLabels,
  slug,
  spaceAccesses,
  storable,
  threadKinds,
  writing,
} from '@counterpart/contract';
import * as z from 'zod/mini';

export const formVersion = 1;

/** There is no year 0, and PostgreSQL holds none. */
const time = anyTime.check(z.refine((text) => !text.startsWith('0000')));
/** What a column of whole numbers holds. */
const most = 2 ** 31 - 1;
const place = z.int().check(z.gte(0), z.lte(most));
const revision = z.int().check(z.gte(1), z.lte(most));
const names = z.strictObject({
  en: line(limits.name),
  fr: line(limits.name),
  ar: line(limits.name),
});
const purposes = z.strictObject({ en: storable(2_000), fr: storable(2_000), ar: storable(2_000) });
const languages = z.array(languageTag).check(z.maxLength(50));

/** Who wrote, and where they stood at the time; null where a label hides it. */
const author = z.nullable(
  z.strictObject({
    person: id,
    institution: z.nullable(id),
    seat: z.nullable(z.enum(seats)),
  }),
);

/** The lines of each file, in the order in which they are written and read. */
export const lines = {
  'regions.jsonl': z.strictObject({ slug, names, position: place }),
  'themes.jsonl': z.strictObject({ slug, names, position: place }),
  'institutions.jsonl': z.strictObject({
    id,
    kind: z.enum(institutionKinds),
    names,
    country: z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/))),
    region: z.nullable(slug),
    population: z.nullable(place),
    latitude: z.nullable(z.number()),
    longitude: z.nullable(z.number()),
    languages,
    geonameId: z.nullable(place),
    createdAt: time,
  }),
  'people.jsonl': z.strictObject({
    id,
    /** Null for whoever left, was erased, or is not known. */
    name: z.nullable(line(limits.name)),
    /** Only when it was asked for. */
    email: z.optional(z.email()),
    institution: z.nullable(id),
    seat: z.nullable(z.enum(seats)),
    state: z.enum(memberStates),
    languages,
    locale,
    about: z.nullable(storable(20_000)),
    createdAt: time,
  }),
  'spaces.jsonl': z.strictObject({
    id,
    slug,
    access: z.enum(spaceAccesses),
    names,
    purposes,
    position: place,
    createdAt: time,
    members: z.array(z.strictObject({ person: id, joinedAt: time })),
    facilitators: z.array(z.strictObject({ person: id, from: time, until: z.nullable(time) })),
  }),
  'threads.jsonl': z.strictObject({
    id,
    space: id,
    kind: z.enum(threadKinds),
    title: line(limits.title),
    language: languageTag,
    sharing: z.enum(sharingLabels),
    author,
    themes: z.array(slug),
    pinned: z.boolean(),
    locked: z.boolean(),
    revision,
    createdAt: time,
    synthesis: z.nullable(
      z.strictObject({
        author,
        /** `#3` names post 3 of the thread. */
        body: writing(limits.synthesisBody),
        language: languageTag,
        revision,
        updatedAt: time,
      }),
    ),
  }),
  /** Thread by thread in the order of threads.jsonl, each in the order of its numbers. */
  'posts.jsonl': z.strictObject({
    id,
    thread: id,
    seq: revision,
    author,
    /** Markdown; null when it was taken back or is hidden: only its number is left. */
    body: z.nullable(postBody),
    language: languageTag,
    quote: z.nullable(z.strictObject({ post: id, text: z.nullable(storable(limits.postBody)) })),
    createdAt: time,
    editedAt: z.nullable(time),
    /** When it was taken back; null without a body when it is hidden. */
    goneAt: z.nullable(time),
    revision,
    /** What it said before. */
    revisions: z.array(
      z.strictObject({ revision, body: storable(limits.postBody), writtenAt: time }),
    ),
    reactions: z.array(z.strictObject({ person: id, kind: z.enum(reactionKinds), at: time })),
  }),
} as const;

export type FileName = keyof typeof lines;
export const fileNames = Object.keys(lines) as FileName[];
export type Line<Name extends FileName> = z.infer<(typeof lines)[Name]>;

/** archive.json: what the folder holds, and how each file was when it was written. */
export const manifest = z.object({
  format: z.literal('counterpart'),
  version: z.literal(formVersion),
  network: z.string(),
  exportedAt: time,
  includes: z.object({ privateSpaces: z.boolean(), addresses: z.boolean() }),
  files: z.record(
    z.string(),
    z.object({ lines: place, bytes: place, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  ),
});
export type Manifest = z.infer<typeof manifest>;
