import { fold } from '@counterpart/text/analyse';

/** What can be asked of a document beside its words. */
export type Operator =
  | 'in'
  | 'space'
  | 'author'
  | 'theme'
  | 'lang'
  | 'city'
  | 'before'
  | 'after'
  | 'has'
  | 'is'
  | 'sort';

/** In English, French and Arabic; accents, forms of letters and capitals do not matter. */
const names: Record<Operator, string> = {
  in: 'in dans في',
  space: 'space espace مساحة المساحة',
  author: 'author by auteur autrice par كاتب الكاتب',
  theme: 'theme thème محور المحور',
  lang: 'lang language langue لغة اللغة',
  city: 'city ville مدينة المدينة',
  before: 'before avant قبل',
  after: 'after since après depuis بعد منذ',
  has: 'has avec فيه',
  is: 'is est هو',
  sort: 'sort tri ترتيب الترتيب',
};

/** What stands behind an operator that takes one of a few words. */
const values = {
  in: { title: 'title titre العنوان عنوان' },
  has: {
    link: 'link lien رابط',
    answer: 'answer réponse إجابة جواب',
  },
  is: {
    unread: 'unread nonlu غيرمقروء جديد',
    mine: 'mine amoi demoi لي',
    bookmarked: 'bookmarked kept gardé enregistré محفوظ',
  },
  sort: {
    relevance: 'relevance pertinence الصلة',
    new: 'new newest nouveau récent الأحدث',
  },
  lang: {
    en: 'en english anglais الإنجليزية انجليزية',
    fr: 'fr french français الفرنسية فرنسية',
    ar: 'ar arabic arabe العربية عربية',
  },
} as const;

type Chosen = { [Name in keyof typeof values]: keyof (typeof values)[Name] };

function byWord<Meaning extends string>(table: Record<Meaning, string>): Map<string, Meaning> {
  const entries = Object.entries<string>(table) as [Meaning, string][];
  return new Map(
    entries.flatMap(([meaning, words]) => words.split(' ').map((word) => [fold(word), meaning])),
  );
}

const operators = byWord(names);
const choices = Object.fromEntries(
  Object.entries<Record<string, string>>(values).map(([name, table]) => [name, byWord(table)]),
) as unknown as { [Name in keyof typeof values]: Map<string, Chosen[Name]> };

/** Which operator a word is, in any of the three languages. */
export function operatorOf(word: string): Operator | undefined {
  return operators.get(fold(word));
}

/** What the value of an operator means that takes one of a few words. */
export function choiceOf<Name extends keyof Chosen>(
  name: Name,
  value: string,
): Chosen[Name] | undefined {
  return choices[name].get(fold(value));
}

const either = new Set(['OR', 'OU', 'أو']);
export const isEither = (word: string): boolean => either.has(word);

const me = new Set(['me', 'moi', 'انا'].map(fold));
export const isMe = (value: string): boolean => me.has(fold(value));

/** From the start of a day, month or year to the start of the next, in UTC; undefined for no date. */
export function spanOf(value: string): { from: Date; to: Date } | undefined {
  const digits = value.replaceAll(/\p{Nd}/gu, (digit) => fold(digit));
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(digits);
  if (found === null) return undefined;
  const [, year = '', month, day] = found;
  const y = Number(year);
  const m = month === undefined ? undefined : Number(month) - 1;
  const d = day === undefined ? undefined : Number(day);
  const from = new Date(Date.UTC(y, m ?? 0, d ?? 1));
  const isReal = from.getUTCMonth() === (m ?? 0) && from.getUTCDate() === (d ?? 1);
  if (!isReal || y < 1970) return undefined;
  if (m === undefined) return { from, to: new Date(Date.UTC(y + 1, 0, 1)) };
  if (d === undefined) return { from, to: new Date(Date.UTC(y, m + 1, 1)) };
  return { from, to: new Date(Date.UTC(y, m, d + 1)) };
}
