import { limits, type SearchHint } from '@counterpart/contract';
import { analyse, type Token } from '@counterpart/text/analyse';
import { choiceOf, isEither, isMe, type Operator, operatorOf, spanOf } from './operators.ts';

/** Words that stand together; one that is not in quotes stands alone, unless its signs divide it. */
export interface Phrase {
  /** As it was typed. */
  text: string;
  tokens: readonly Token[];
  /** As the words are written, not in other forms. */
  isQuoted: boolean;
}

/** What a document should hold: one of these. */
export interface Wanted {
  either: readonly Phrase[];
}

export interface QuestionFilters {
  inTitle: boolean;
  spaces: readonly string[];
  themes: readonly string[];
  cities: readonly string[];
  authors: readonly string[];
  languages: readonly string[];
  before?: Date;
  after?: Date;
  hasLink: boolean;
  hasAnswer: boolean;
  isUnread: boolean;
  isMine: boolean;
  isBookmarked: boolean;
  sort?: 'relevance' | 'new';
}

/** What was typed into the search, understood. */
export interface Question {
  wanted: readonly Wanted[];
  unwanted: readonly Phrase[];
  filters: QuestionFilters;
  hints: readonly SearchHint[];
  /** The last word may go on: it was not ended by a space. */
  isOpen: boolean;
}

interface Piece {
  text: string;
  isQuoted: boolean;
  isNot: boolean;
  operator: { name: string; known: Operator | undefined } | null;
}

/** A sign not to have it, an operator, and words in quotes or without. */
const piece =
  /(?<not>(?<![^\s])[-−])?(?:(?<name>\p{L}[\p{L}\p{M}]*):(?!\/\/))?(?:["“”«](?<quoted>[^"“”»]*)["“”»]?|(?<bare>[^\s"“”«»]+))/gu;

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(piece)].map(({ groups = {} }) => {
    const { not, name, quoted, bare } = groups;
    return {
      text: quoted ?? bare ?? '',
      isQuoted: quoted !== undefined,
      isNot: not !== undefined,
      operator: name === undefined ? null : { name, known: operatorOf(name) },
    };
  });
}

interface Draft {
  filters: { -readonly [Key in keyof QuestionFilters]: QuestionFilters[Key] };
  hints: SearchHint[];
}

/** What each operator makes of its value; false when it cannot make anything of it. */
const readers: Record<Operator, (draft: Draft, value: string) => boolean> = {
  in: ({ filters }, value) => {
    filters.inTitle ||= choiceOf('in', value) === 'title';
    return choiceOf('in', value) === 'title';
  },
  space: ({ filters }, value) => {
    filters.spaces = [...filters.spaces, value];
    return true;
  },
  theme: ({ filters }, value) => {
    filters.themes = [...filters.themes, value];
    return true;
  },
  city: ({ filters }, value) => {
    filters.cities = [...filters.cities, value];
    return true;
  },
  author: ({ filters }, value) => {
    if (isMe(value)) filters.isMine = true;
    else filters.authors = [...filters.authors, value];
    return true;
  },
  lang: ({ filters }, value) => {
    const tag = choiceOf('lang', value) ?? (/^[a-z]{2,3}$/.test(value) ? value : undefined);
    if (tag !== undefined) filters.languages = [...filters.languages, tag];
    return tag !== undefined;
  },
  before: ({ filters }, value) => {
    const span = spanOf(value);
    if (span !== undefined) filters.before = span.from;
    return span !== undefined;
  },
  after: ({ filters }, value) => {
    const span = spanOf(value);
    if (span !== undefined) filters.after = span.from;
    return span !== undefined;
  },
  has: ({ filters }, value) => {
    const choice = choiceOf('has', value);
    filters.hasLink ||= choice === 'link';
    filters.hasAnswer ||= choice === 'answer';
    return choice !== undefined;
  },
  is: ({ filters }, value) => {
    const choice = choiceOf('is', value);
    filters.isUnread ||= choice === 'unread';
    filters.isMine ||= choice === 'mine';
    filters.isBookmarked ||= choice === 'bookmarked';
    return choice !== undefined;
  },
  sort: ({ filters }, value) => {
    const choice = choiceOf('sort', value);
    if (choice !== undefined) filters.sort = choice;
    return choice !== undefined;
  },
};

/** Takes an operator off; gives the text that is searched instead when nothing can be made of it. */
function takeOperator(draft: Draft, { operator, text, isNot }: Piece): string | null {
  if (operator === null) return text;
  const written = `${operator.name}:${text}`;
  if (operator.known !== undefined && text !== '' && !isNot) {
    if (readers[operator.known](draft, text.trim())) return null;
    draft.hints.push({ kind: 'value-unknown', text: written });
    return text;
  }
  if (text !== '') draft.hints.push({ kind: 'operator-unknown', text: written });
  return `${operator.name} ${text}`;
}

function emptyFilters(): Draft['filters'] {
  return {
    inTitle: false,
    spaces: [],
    themes: [],
    cities: [],
    authors: [],
    languages: [],
    hasLink: false,
    hasAnswer: false,
    isUnread: false,
    isMine: false,
    isBookmarked: false,
  };
}

/** Each word for itself; those in quotes, or held together by a sign between them, as one. */
function phrasesOf(text: string, isQuoted: boolean): Phrase[] {
  const tokens = analyse(text);
  if (isQuoted) return tokens.length === 0 ? [] : [{ text, tokens, isQuoted }];
  return tokens.map((token) => ({
    text: text.slice(token.start, token.end),
    tokens: [token],
    isQuoted,
  }));
}

/** Understands what was typed. Any string is a question; what makes no sense as an operator is text. */
export function readQuestion(typed: string): Question {
  const draft: Draft = { filters: emptyFilters(), hints: [] };
  if (typed.length > limits.search.characters) draft.hints.push({ kind: 'cut', text: '' });
  const text = typed.slice(0, limits.search.characters);
  const wanted: { either: Phrase[] }[] = [];
  const unwanted: Phrase[] = [];
  let joins = false;
  for (const part of piecesOf(text)) {
    if (isEither(part.text) && !part.isQuoted && part.operator === null && !part.isNot) {
      joins = wanted.length > 0;
      continue;
    }
    const words = takeOperator(draft, part);
    const phrases = words === null ? [] : phrasesOf(words, part.isQuoted);
    if (part.isNot) unwanted.push(...phrases);
    else if (joins && phrases[0] !== undefined) {
      wanted.at(-1)?.either.push(phrases[0]);
      wanted.push(...phrases.slice(1).map((one) => ({ either: [one] })));
    } else wanted.push(...phrases.map((one) => ({ either: [one] })));
    joins = false;
  }
  return {
    wanted,
    unwanted: unwanted.slice(0, limits.search.words),
    filters: draft.filters,
    hints: draft.hints,
    isOpen: /[\p{L}\p{N}\p{M}]$/u.test(text),
  };
}

/** A text that is no question to the search: nothing in it is an operator. */
export function readText(text: string): Question {
  const start = text.slice(0, limits.search.characters);
  return {
    wanted: phrasesOf(start, false).map((one) => ({ either: [one] })),
    unwanted: [],
    filters: emptyFilters(),
    hints: [],
    isOpen: false,
  };
}
