import {
  type FoundThread,
  locales,
  type QueryOf,
  type SearchAdded,
  type SearchFacets,
  type SearchHint,
  type SearchItem,
  type searchRoutes,
} from '@counterpart/contract';
import { plainText } from '@counterpart/text/excerpt';
import type { Actor } from '../../platform/actor.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { House } from '../../platform/house.ts';
import { readableSpaces, type SpaceBriefRow, spaceBriefView } from '../spaces/index.ts';
import { getPosts, getSummaries, getSyntheses, type SharedSummary } from '../threads/index.ts';
import { type Glossary, type Widening, widen } from './glossary.ts';
import { type Hits, hitsOf, markHits, passageOf } from './passage.ts';
import type { Filters } from './postgres/filters.ts';
import { type Answer, findInPostgres } from './postgres/find.ts';
import type { Ranked } from './postgres/rank.ts';
import type { FacetRow } from './postgres/select-found.ts';
import { type Question, readQuestion, readText } from './question/read-question.ts';
import { whoWrote } from './who.ts';

/** What a search needs. */
export interface Searching {
  house: House;
  glossary: Glossary;
}

export type SearchQuery = QueryOf<typeof searchRoutes.search>;

const usual = 20;

/** A thread, or one post, as it was found: its best document, and how many others hold something. */
interface Group {
  best: Ranked;
  more: number;
}

function groupsOf(ranked: readonly Ranked[], type: SearchQuery['type']): Group[] {
  if (type === 'post') {
    return ranked.filter(({ row }) => row.kind === 'post').map((best) => ({ best, more: 0 }));
  }
  const groups = new Map<number, Group>();
  for (const best of ranked) {
    const group = groups.get(best.row.threadId);
    if (group === undefined) groups.set(best.row.threadId, { best, more: 0 });
    else group.more += 1;
  }
  return [...groups.values()];
}

/** What the address asks for beside the words. */
function filtersOf(query: SearchQuery, question: Question): Filters {
  const { filters } = question;
  const day = (text: string | undefined) => text && new Date(`${text}T00:00:00Z`);
  return {
    ...filters,
    space: query.space,
    theme: query.theme,
    language: query.lang,
    kind: query.type === 'practice' ? 'practice' : query.kind,
    institution: query.institution,
    author: query.author,
    ...(day(query.before) && { before: day(query.before) as Date }),
    ...(day(query.after) && { after: day(query.after) as Date }),
  };
}

interface Passage {
  postId: number | null;
  seq: number | null;
  author: SharedSummary['author'];
  language: string;
  writtenAt: string;
  text: string;
}

/** The texts of what was found, as far as the actor may read them. */
async function passagesOf(
  house: House,
  actor: Actor,
  groups: readonly Group[],
): Promise<(Passage | undefined)[]> {
  const idsOf = (kind: string) =>
    groups.filter(({ best }) => best.row.kind === kind).map(({ best }) => best.row.id);
  const [posts, syntheses] = await Promise.all([
    getPosts(house, actor, idsOf('post')),
    getSyntheses(house, actor, idsOf('synthesis')),
  ]);
  const byId = new Map(posts.map((post) => [post.id, post]));
  return groups.map(({ best: { row } }): Passage | undefined => {
    if (row.kind === 'post') {
      const post = byId.get(row.id);
      if (post?.state !== 'published') return undefined;
      const { id: postId, seq, author, language, createdAt: writtenAt, html } = post;
      return { postId, seq, author, language, writtenAt, text: plainText(html) };
    }
    const synthesis = syntheses.get(row.id);
    if (synthesis === undefined) return undefined;
    const { author, language, updatedAt: writtenAt, html } = synthesis;
    return { postId: null, seq: null, author, language, writtenAt, text: plainText(html) };
  });
}

function summaryIn({ excerpt: _excerpt, ...thread }: SharedSummary) {
  return thread;
}

/** What was found as it is shown; what may not be read any more, or is gone meanwhile, is left out. */
async function itemsOf(
  house: House,
  actor: Actor,
  groups: readonly Group[],
  hits: Hits,
  type: SearchQuery['type'],
): Promise<SearchItem[]> {
  const [threads, passages] = await Promise.all([
    getSummaries(
      house,
      actor,
      groups.map(({ best }) => best.row.threadId),
    ),
    passagesOf(house, actor, groups),
  ]);
  return groups.flatMap(({ best, more }, at): SearchItem[] => {
    const thread = threads.get(best.row.threadId);
    const found = passages[at];
    if (thread === undefined || found === undefined) return [];
    const { text, ...passage } = found;
    const shown = {
      threadId: thread.id,
      title: thread.title,
      titleParts: markHits(thread.title, hits),
      thread: summaryIn(thread),
      passage: { ...passage, snippet: passageOf(text, hits, best.hits[0]?.place ?? 0) },
    };
    return type === 'post' && passage.postId !== null
      ? [{ type: 'post', id: passage.postId, ...shown }]
      : [{ type: 'thread', id: thread.id, ...shown, more }];
  });
}

async function facetsOf(
  house: House,
  actor: Actor,
  rows: readonly FacetRow[],
): Promise<SearchFacets> {
  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet);
  const spaceIds = of('space').map(({ value }) => Number(value));
  const spaces =
    spaceIds.length === 0
      ? []
      : await house.db.read(
          (sql) => sql<SpaceBriefRow[]>`
            select id::float8 as id, slug, access, name_en as "nameEn", name_fr as "nameFr",
              name_ar as "nameAr" from space
            where id = any(${spaceIds}::bigint[]) and ${readableSpaces(sql, actor)}`,
        );
  const byId = new Map(spaces.map((row) => [row.id, spaceBriefView(row)]));
  const plain = (facet: FacetRow['facet']) =>
    of(facet).map(({ value, count }) => ({ value, count }));
  return {
    spaces: of('space').flatMap(({ value, count }) => {
      const space = byId.get(Number(value));
      return space === undefined ? [] : [{ value: space, count }];
    }),
    kinds: plain('kind') as SearchFacets['kinds'],
    languages: plain('language'),
    themes: plain('theme'),
  };
}

function hintsOf(question: Question, answer: Answer): SearchHint[] {
  const { wanted, hints } = question;
  return [
    ...hints,
    ...(answer.isShortened ? [{ kind: 'words-left' as const, text: '' }] : []),
    ...(answer.tooGeneral ? [{ kind: 'too-general' as const, text: '' }] : []),
    ...(wanted.length > 1 && !answer.isWhole ? [{ kind: 'most-words' as const, text: '' }] : []),
    // Only with what it has found: so it tells of nothing else.
    ...(answer.nearly.length > 0 && answer.threads > 0
      ? [{ kind: 'nearly' as const, text: answer.nearly.join(', ') }]
      : []),
  ];
}

/** What was looked for as well: of each language the usual term, and each once. */
function addedBy(widenings: readonly Widening[]): SearchAdded[] {
  return widenings.flatMap(({ because, equivalents, note }) => {
    const usual = locales.flatMap(
      (locale) => equivalents.find(({ language }) => language === locale) ?? [],
    );
    const once = usual.filter(({ term }, at) => usual.findIndex((one) => one.term === term) === at);
    return once.map(({ term, language }) => ({ term, language, because, note }));
  });
}

const mostSimilar = 5;
/** Of what a text has to tell, a similar one tells so much. */
const similarShare = 0.45;

/** Threads about the same as a text that somebody is about to send. */
export async function listSimilar(
  { house, glossary }: Searching,
  actor: Actor,
  text: string,
): Promise<FoundThread[]> {
  const question = readText(text);
  if (question.wanted.length === 0) return [];
  const answer = await findInPostgres(house, actor, {
    question,
    widenings: widen(question, await glossary()),
    filters: question.filters,
    sort: 'relevance',
    until: house.db.clock.now(),
    withFacets: false,
    isGrouped: true,
  });
  const least = similarShare * answer.fullScore;
  const groups = groupsOf(answer.ranked, 'thread').filter(({ best }) => best.score >= least);
  const hits = hitsOf(answer.clues);
  const items = await itemsOf(house, actor, groups.slice(0, mostSimilar), hits, 'thread');
  return items.filter((item) => item.type === 'thread');
}

/** Where the next page begins: behind this one in the order, or behind its place when it is gone. */
function startOf(groups: readonly Group[], place: number, id: number): number {
  const at = groups.findIndex(({ best }) => best.row.id === id);
  return at === -1 ? place : at + 1;
}

/** Threads or posts that the actor may read and that answer a question, the best first. */
export async function searchTexts(
  { house, glossary }: Searching,
  actor: Actor,
  query: SearchQuery,
) {
  const { q = '', type, cursor, limit = usual } = query;
  const question = readQuestion(q);
  const [untilMs, place, lastId] =
    cursor === undefined
      ? [house.db.clock.now(), 0, 0]
      : readCursor(cursor, 'time', 'whole', 'whole');
  const widenings = query.expand === 'no' ? [] : widen(question, await glossary());
  const answer = await findInPostgres(house, actor, {
    question,
    widenings,
    filters: filtersOf(query, question),
    sort: query.sort ?? question.filters.sort ?? 'relevance',
    until: untilMs,
    withFacets: cursor === undefined,
    isGrouped: type !== 'post',
  });
  const groups = groupsOf(answer.ranked, type);
  const start = cursor === undefined ? 0 : startOf(groups, place, lastId);
  const page = groups.slice(start, start + limit);
  const last = page.at(-1);
  const isMore = start + limit < groups.length;
  const hits = hitsOf(answer.clues);
  const isFirst = cursor === undefined;
  const [items, facets, who] = await Promise.all([
    itemsOf(house, actor, page, hits, type),
    isFirst ? facetsOf(house, actor, answer.facets) : null,
    isFirst ? whoWrote(house, actor, answer) : [],
  ]);
  return {
    items,
    who,
    total: type === 'post' ? answer.posts : answer.threads,
    atLeast: answer.atLeast,
    facets,
    added: addedBy(widenings),
    hints: hintsOf(question, answer),
    next:
      isMore && last !== undefined
        ? writeCursor([untilMs.getTime(), start + limit, last.best.row.id])
        : null,
  };
}
