import type { Token } from '@counterpart/text/analyse';
import { formOf } from '@counterpart/text/analyse/vector';
import type { Widening } from '../glossary.ts';
import type { Phrase, Question, Wanted } from '../question/read-question.ts';
import type { Words } from './words.ts';

/** Words in their order, each by the forms it may have. */
export type Sequence = readonly (readonly string[])[];

/** A thing to look for, in one of several ways. */
export interface Way {
  sequence: Sequence;
  /** How much it counts against the words as they were typed. */
  worth: number;
}

/** One of the things that were asked for. */
export interface Clue {
  ways: readonly Way[];
  /** How much a document tells by holding it: the rarer, the more. */
  weight: number;
  /** Documents that hold it, at most. */
  docs: number;
  /** What stands in quotes must be there. */
  isRequired: boolean;
}

const worths = { beginning: 0.5, nearly: 0.5, equivalent: 0.6 } as const;

/** Of the same word, beside how it was typed. */
export interface Variants {
  beginnings: readonly string[];
  nearly: readonly string[];
}
const noVariants: Variants = { beginnings: [], nearly: [] };

/** Every word of a term that has an equivalent may stand as that: a part of it for each. */
function equivalentWays(widenings: readonly Widening[], at: number): Way[] {
  return widenings
    .filter(({ from, to }) => from <= at && at < to)
    .flatMap(({ from, to, equivalents }) =>
      equivalents.map(({ tokens }) => ({
        sequence: tokens.map((token) => formsOf(token, false)),
        worth: worths.equivalent / (to - from),
      })),
    );
}

function formsOf({ exact, stems }: Token, isQuoted: boolean): string[] {
  const written = formOf.exact(exact);
  return isQuoted ? [written] : [written, ...stems.map(formOf.stem)];
}

function wayOf({ tokens, isQuoted }: Phrase): Way {
  return { sequence: tokens.map((token) => formsOf(token, isQuoted)), worth: 1 };
}

/** The rarity of a form, as in BM25. */
export function rarity({ docs, docsWith }: Words, form: string): number {
  const holding = Math.min(docsWith(form), docs);
  return Math.log(1 + (docs - holding + 0.5) / (holding + 0.5));
}

/** Documents that can hold a sequence: no more than hold its rarest word in its most frequent form. */
function docsOf(words: Words, sequence: Sequence): number {
  return Math.min(...sequence.map((forms) => Math.max(...forms.map(words.docsWith))));
}

function weightOf(words: Words, { sequence }: Way): number {
  return sequence
    .map((forms) => Math.min(...forms.map((form) => rarity(words, form))))
    .reduce((sum, one) => sum + one, 0);
}

function clueOf(
  words: Words,
  { either }: Wanted,
  { beginnings, nearly }: Variants,
  equivalents: readonly Way[],
): Clue {
  const typed = either.map(wayOf);
  const ways = [
    ...typed,
    ...(beginnings.length > 0 ? [{ sequence: [beginnings], worth: worths.beginning }] : []),
    ...(nearly.length > 0 ? [{ sequence: [nearly], worth: worths.nearly }] : []),
    ...equivalents,
  ];
  return {
    ways,
    weight: Math.max(...typed.map((way) => weightOf(words, way))),
    docs: ways.map(({ sequence }) => docsOf(words, sequence)).reduce((a, b) => a + b, 0),
    isRequired: either.every(({ isQuoted }) => isQuoted),
  };
}

/** All forms whose frequency decides about the weights of a question. */
export function formsAsked({ wanted }: Question, widenings: readonly Widening[]): string[] {
  const typed = wanted.flatMap(({ either }) => either.flatMap((phrase) => wayOf(phrase).sequence));
  const equivalent = widenings.flatMap(({ equivalents }) =>
    equivalents.flatMap(({ tokens }) => tokens.map((token) => formsOf(token, false))),
  );
  return [...typed, ...equivalent].flat();
}

/** What to look for, with how much each thing tells. `variants` go with the wanted, by their place. */
export function cluesOf(
  { wanted }: Question,
  words: Words,
  variants: ReadonlyMap<number, Variants>,
  widenings: readonly Widening[],
): Clue[] {
  return wanted.map((one, at) =>
    clueOf(words, one, variants.get(at) ?? noVariants, equivalentWays(widenings, at)),
  );
}

const quoted = (form: string): string => `'${form.replaceAll("'", "''")}'`;

/** What holds a word as it is written holds its stems as well. */
function needed(forms: readonly string[]): readonly string[] {
  const stems = forms.filter((form) => !form.startsWith('='));
  return stems.length === 0 ? forms : stems;
}

function sequenceText(sequence: Sequence, write: (form: string) => string | null): string | null {
  const places = sequence.map((forms) => {
    const written = needed(forms).flatMap((form) => write(form) ?? []);
    return written.length === 0 ? null : `(${written.join(' | ')})`;
  });
  return places.includes(null) ? null : places.join(' <-> ');
}

/** Stems stand for words in titles; what is meant as written has none there. */
function inTitle(form: string): string | null {
  return form.startsWith('=') ? null : quoted(formOf.title(form));
}

function either(texts: readonly (string | null)[]): string | null {
  const some = texts.flatMap((text) => text ?? []);
  return some.length === 0 ? null : some.map((text) => `(${text})`).join(' | ');
}

/** No text has this. */
export const nothing = "'~'";

/** A clue as a `tsquery`. */
export function inText({ ways }: Pick<Clue, 'ways'>): string {
  return either(ways.map(({ sequence }) => sequenceText(sequence, quoted))) ?? nothing;
}

/** The same in titles; null when that cannot be asked. The places of words are not kept there. */
export function inTitles({ ways }: Pick<Clue, 'ways'>): string | null {
  return either(
    ways.map(({ sequence }) => sequenceText(sequence, inTitle)?.replaceAll('<->', '&') ?? null),
  );
}

/** What must not stand in a document. */
export function unwantedText({ unwanted }: Question): string | null {
  return either(unwanted.map((phrase) => sequenceText(wayOf(phrase).sequence, quoted)));
}
