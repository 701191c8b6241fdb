import { analyse, type Token } from './index.ts';

/** What PostgreSQL keeps of places in a text. */
const lastPlace = 16_383;
const mostPlaces = 255;
/** More forms than this are not kept of one text: so no text is refused by an index. */
const mostForms = 20_000;

/** A text as the index keeps it. */
export interface IndexedWords {
  /** A `tsvector` as PostgreSQL reads it; its forms are those of `formOf`. */
  vector: string;
  /** How many words the text has, its title counted. */
  count: number;
}

/** What the index calls a word: as it is written, by what it shares with its other forms, and as part of a title. */
export const formOf = {
  exact: (exact: string) => `=${exact}`,
  stem: (stem: string) => stem,
  title: (stem: string) => `~${stem}`,
} as const;

/** The text of a document with its title before it. Words of the title carry the weight A. */
export function indexWords(body: string, title = ''): IndexedWords {
  const forms = new Map<string, string[]>();
  function keep(form: string, place?: string): void {
    const places = forms.get(form);
    if (places === undefined) {
      if (forms.size < mostForms) forms.set(form, place === undefined ? [] : [place]);
    } else if (place !== undefined && places.length < mostPlaces) {
      places.push(place);
    }
  }
  function keepAll(tokens: readonly Token[], from: number, weight: string): void {
    for (const [at, { exact, stems }] of tokens.entries()) {
      const place = `${Math.min(from + at, lastPlace)}${weight}`;
      keep(formOf.exact(exact), place);
      for (const stem of stems) keep(formOf.stem(stem), place);
    }
  }

  const ofTitle = analyse(title);
  const ofBody = analyse(body);
  keepAll(ofTitle, 1, 'A');
  for (const { stems } of ofTitle) for (const stem of stems) keep(formOf.title(stem));
  // A phrase does not reach from the title into the text.
  keepAll(ofBody, ofTitle.length === 0 ? 1 : ofTitle.length + 2, '');
  const vector = [...forms].map(([form, places]) =>
    places.length === 0 ? `'${form}'` : `'${form}':${places.join(',')}`,
  );
  return { vector: vector.join(' '), count: ofTitle.length + ofBody.length };
}
