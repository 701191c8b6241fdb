import { type Clue, rarity, type Sequence, type Way } from './clues.ts';
import type { FoundRow } from './select-found.ts';
import type { Words } from './words.ts';

/** A document with how well it answers; the higher the better, without a unit. */
export interface Ranked {
  row: FoundRow;
  score: number;
  /** Places of what was asked for in the text, in words from its beginning; the title comes first. */
  hits: Hit[];
}

export interface Hit {
  place: number;
  /** Of the clue it belongs to. */
  clue: number;
  weight: number;
}

/** How soon one more of the same word stops to tell more, and how much a long text must have of it. */
const k1 = 1.6;
const b = 0.75;
/** Rare words weigh more than in BM25: questions that are typed as sentences have many that are not. */
const sharpness = 1.3;
/** What stands in the title of the document, or in that of its thread. */
const titleWorth = 1.5;
const threadTitleWorth = 0.4;
const kindWorth = { synthesis: 1.15, practice: 1.1, other: 1 };
/** Words side by side as they were typed, against the weight of the lesser. */
const besideWorth = 0.12;
/** What a text loses, at most, by its age, and how fast. */
const ageLoss = 0.06;
const halfMs = 2 * 365 * 86_400_000;

interface Places {
  body: number[];
  title: number[];
}

/** The places of each form, as they come from the database. */
function placesOf({ forms }: FoundRow): Map<string, Places> {
  const lines = forms === null ? [] : forms.split('\n');
  return new Map(
    lines.map((line) => {
      const [form = '', places = '', weights = ''] = line.split(' ');
      const all = places === '' ? [] : places.split(',').map(Number);
      const isTitle = (at: number) => weights[at] === 'A';
      return [
        form,
        {
          body: all.filter((_, at) => !isTitle(at)),
          title: all.filter((_, at) => isTitle(at)),
        },
      ];
    }),
  );
}

/** Where words stand one behind the other. */
function inOrder(sequence: Sequence, places: Map<string, Places>, field: keyof Places): number[] {
  const [first = [], ...rest] = sequence.map((forms) => [
    ...new Set(forms.flatMap((form) => places.get(form)?.[field] ?? [])),
  ]);
  const sets = rest.map((those) => new Set(those));
  return first.filter((place) => sets.every((those, at) => those.has(place + at + 1)));
}

interface Told {
  score: number;
  places: number[];
}

/** How much a document of this length tells by having something so often. */
function saturation(body: number, title: number, length: number, average: number): number {
  const often = body / (1 - b + (b * length) / average) + titleWorth * title;
  return (often * (k1 + 1)) / (often + k1);
}

function tellWay(way: Way, words: Words, row: FoundRow, places: Map<string, Places>): Told {
  const { sequence, worth } = way;
  const [only] = sequence;
  if (sequence.length > 1 || only === undefined) {
    const [body, title] = [inOrder(sequence, places, 'body'), inOrder(sequence, places, 'title')];
    if (body.length + title.length === 0) return { score: 0, places: [] };
    const rare = sequence
      .map((forms) => Math.min(...forms.map((form) => rarity(words, form) ** sharpness)))
      .reduce((sum, one) => sum + one, 0);
    const score = worth * rare * saturation(body.length, title.length, row.wordCount, words.length);
    return { score, places: [...title, ...body] };
  }
  const told = only.flatMap((form): Told[] => {
    const found = places.get(form);
    if (found === undefined) return [];
    const { body, title } = found;
    const full = saturation(body.length, title.length, row.wordCount, words.length);
    return [
      {
        score: worth * rarity(words, form) ** sharpness * full,
        places: [...title, ...body],
      },
    ];
  });
  return {
    score: Math.max(0, ...told.map(({ score }) => score)),
    places: told.flatMap((one) => one.places),
  };
}

/** What the title of the thread tells where the text itself does not. */
function titleScore({ ways }: Clue, words: Words, title: ReadonlySet<string>): number {
  const rarest = ways.map(({ sequence, worth }) => {
    const held = sequence.map((forms) =>
      Math.max(
        0,
        ...forms.filter((form) => title.has(`~${form}`)).map((form) => rarity(words, form)),
      ),
    );
    return held.includes(0) ? 0 : worth * held.reduce((sum, one) => sum + one ** sharpness, 0);
  });
  return threadTitleWorth * Math.max(0, ...rarest);
}

/** More for words that stand beside each other as they were typed. */
function besideScore(told: readonly Told[]): number {
  let score = 0;
  for (const [at, one] of told.entries()) {
    const next = told[at + 1];
    if (next === undefined || one.score === 0 || next.score === 0) continue;
    const here = new Set(one.places);
    const isBeside = next.places.some((place) => here.has(place - 1) || here.has(place - 2));
    if (isBeside) score += besideWorth * Math.min(one.score, next.score);
  }
  return score;
}

/** When it was written, in milliseconds. */
export const timeOf = ({ row }: Pick<Ranked, 'row'>): number => Date.parse(row.writtenAt);

function rankOne(row: FoundRow, clues: readonly Clue[], words: Words, now: Date): Ranked {
  const places = placesOf(row);
  const title = new Set(row.title?.split('\n') ?? []);
  const told = clues.map(({ ways }) =>
    ways
      .map((way) => tellWay(way, words, row, places))
      .reduce((best, one) => (one.score > best.score ? one : best)),
  );
  const said = told.map(({ score }, at) => {
    const clue = clues[at];
    return score > 0 || clue === undefined ? score : titleScore(clue, words, title);
  });
  const sum = said.reduce((all, one) => all + one, 0) + besideScore(told);
  const kind =
    row.kind === 'synthesis'
      ? kindWorth.synthesis
      : row.threadKind === 'practice'
        ? kindWorth.practice
        : kindWorth.other;
  const age = Math.max(0, now.getTime() - timeOf({ row }));
  const recency = 1 - ageLoss * (1 - 2 ** (-age / halfMs));
  return {
    row,
    score: sum * kind * recency,
    hits: told.flatMap(({ score, places: those }, clue) =>
      those.map((place) => ({ place, clue, weight: score })),
    ),
  };
}

/** About the score of a document that holds each of the clues once, but for those that nothing holds. */
export function fullScore(clues: readonly Clue[]): number {
  const held = clues.filter(({ docs }) => docs > 0);
  return held.reduce((sum, { weight }) => sum + weight ** sharpness, 0);
}

/** The documents by how well they answer, the best first. */
export function rank(
  rows: readonly FoundRow[],
  clues: readonly Clue[],
  words: Words,
  now: Date,
): Ranked[] {
  const isLed = (row: FoundRow) => row.forms !== null;
  const led = rows
    .filter(isLed)
    .map((row) => rankOne(row, clues, words, now))
    .toSorted((one, other) => other.score - one.score || other.row.id - one.row.id);
  // What was only weighed comes behind, in the order of that.
  return [...led, ...rows.filter((row) => !isLed(row)).map((row) => ({ row, score: 0, hits: [] }))];
}
