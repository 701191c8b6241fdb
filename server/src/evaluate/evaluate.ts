import { limits } from '@counterpart/contract';
import { newId } from '@counterpart/db';
import { member, memberPerson, space } from '@counterpart/db/schema';
import { clipLine } from '@counterpart/text/excerpt';
import { markdownFromPlain } from '@counterpart/text/from-plain';
import { guessLanguage } from '@counterpart/text/language';
import { countWords, createGlossary, search } from '../features/search/index.ts';
import { type StoredAuthor, storeThread } from '../features/threads/index.ts';
import { foundGlossary } from '../founding/found.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { Progress } from '../platform/progress.ts';
import { meanQuality, type Quality } from './measures.ts';
import { createPlainBm25 } from './plain-bm25.ts';
import type { JudgedSet } from './read-set.ts';
import { typosIn } from './typos.ts';

type Progressing = (label: string, total: number) => Progress;

const textsAtOnce = 20;
const shown = 10;

/** One who reads and one place to read in: all that a set needs. */
async function foundReader(house: House): Promise<{ actor: Actor; spaceId: number }> {
  const ids = { memberId: newId(), spaceId: newId() };
  await house.db.transaction({ memberId: null }, async ({ orm, now }) => {
    await orm.insert(member).values({
      id: ids.memberId,
      seat: 'researcher',
      state: 'active',
      createdAt: now,
    });
    await orm.insert(memberPerson).values({ memberId: ids.memberId, name: 'Reader', locale: 'en' });
    const text = { nameEn: 'Set', nameFr: 'Set', nameAr: 'Set' };
    const purpose = { purposeEn: '', purposeFr: '', purposeAr: '' };
    await orm.insert(space).values({
      id: ids.spaceId,
      slug: 'set',
      access: 'open',
      createdAt: now,
      ...text,
      ...purpose,
    });
  });
  const actor: Actor = {
    memberId: ids.memberId,
    sessionId: 0,
    state: 'active',
    seat: 'researcher',
    institutionId: null,
    locale: 'en',
    grants: [],
  };
  return { actor, spaceId: ids.spaceId };
}

/** Stores the texts as threads, through the product's own indexing; gives which thread is which text. */
async function storeTexts(
  house: House,
  { docs }: JudgedSet,
  { actor, spaceId }: { actor: Actor; spaceId: number },
  progress: Progressing,
): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  const author: StoredAuthor = { memberId: actor.memberId, institutionId: null, seat: null };
  const createdAt = house.db.clock.now();
  const bar = progress('Texts', docs.length);
  for (let at = 0; at < docs.length; at += textsAtOnce) {
    const part = await Promise.all(
      docs.slice(at, at + textsAtOnce).map(async ({ id, title, text }) => {
        const body = markdownFromPlain(text);
        return { id, title, body, rendered: await house.text.render(body) };
      }),
    );
    await house.db.told({ origin: 'seed' }).transaction({ memberId: null }, async (tx) => {
      for (const { id, title, body, rendered } of part) {
        const language = guessLanguage(body) ?? 'en';
        const threadId = newId();
        ids.set(threadId, id);
        await storeThread(
          house,
          tx,
          {
            id: threadId,
            spaceId,
            kind: 'discussion',
            title: clipLine(title, limits.title),
            language,
            sharing: 'network',
            author,
            themes: [],
            pinned: false,
            locked: false,
            revision: 1,
            createdAt,
          },
          [
            {
              id: newId(),
              author,
              body,
              rendered,
              language,
              quotePostId: null,
              quoteText: null,
              createdAt,
              editedAt: null,
              deletedAt: null,
              revision: 1,
              revisions: [],
              reactions: [],
            },
          ],
        );
      }
    });
    bar.to(at + part.length);
  }
  bar.end();
  await countWords(house);
  return ids;
}

export interface Evaluation {
  docs: number;
  queries: number;
  plain: Quality;
  engines: {
    name: string;
    quality: Quality;
    medianMs: number;
    /** How often a rare word with a mistake in it finds its text among the first five. */
    typos: number;
  }[];
}

/** The share of mistyped words that find their text among the first five. */
async function typosFound(
  set: JudgedSet,
  find: (q: string) => Promise<readonly string[]>,
): Promise<number> {
  const typos = typosIn(set);
  let found = 0;
  for (const { typed, id } of typos) {
    // As somebody types it who has ended the word.
    if ((await find(`${typed} `)).slice(0, 5).includes(id)) found += 1;
  }
  return found / Math.max(1, typos.length);
}

/** Loads a set into an empty network, asks its questions, and measures the answers beside plain BM25. */
export async function evaluate(
  house: House,
  set: JudgedSet,
  progress: Progressing,
): Promise<Evaluation> {
  await foundGlossary(house);
  const reader = await foundReader(house);
  const ids = await storeTexts(house, set, reader, progress);
  const searching = { house, glossary: createGlossary(house) };
  const bm25 = createPlainBm25(set);
  async function find(q: string): Promise<string[]> {
    const { items } = await search(searching, reader.actor, { q, type: 'thread', limit: shown });
    return items.flatMap((item) => ids.get(item.id) ?? []);
  }
  const bar = progress('Questions', set.queries.length);
  const answered: { judged: ReadonlyMap<string, number>; own: string[]; plain: string[] }[] = [];
  const times: number[] = [];
  for (const { id, text } of set.queries) {
    const judged = set.judgements.get(id) ?? new Map<string, number>();
    const begun = performance.now();
    const own = await find(text);
    times.push(performance.now() - begun);
    answered.push({ judged, own, plain: bm25(text) });
    bar.to(answered.length);
  }
  bar.end();
  const quality = (pick: 'own' | 'plain') =>
    meanQuality(answered.map((one) => ({ judged: one.judged, answers: one[pick] })));
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  return {
    docs: set.docs.length,
    queries: set.queries.length,
    plain: quality('plain'),
    engines: [
      {
        name: 'postgresql',
        quality: quality('own'),
        medianMs: median,
        typos: await typosFound(set, find),
      },
    ],
  };
}
