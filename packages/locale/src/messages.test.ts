import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from './locales.ts';
import { loadMessages } from './messages.ts';

type Element = ReturnType<typeof parse>[number];

/** Strings that are rightly the same as in English, with the reason. */
const sameAsEnglish: Record<string, string> = {
  'app.name': 'a name',
  'ar ui.errorSummary.item': 'the colon is the same sign',
  'ui.inLanguage.en': 'each language is written in itself',
  'ui.inLanguage.fr': 'each language is written in itself',
  'ui.inLanguage.ar': 'each language is written in itself',
  'search.withCount': 'a name and a number',
  'fr accounts.you.organisation': 'the same word',
  'fr institutions.kind.organisation': 'the same word',
  'fr threads.kind.question': 'the same word',
  'fr threads.kind.discussion': 'the same word',
};

function flatten(tree: object, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const path = prefix ? `${prefix}.${key}` : key;
    return typeof value === 'object' && value !== null
      ? flatten(value, path)
      : [[path, String(value)]];
  });
}

async function textsOf(locale: Locale): Promise<Map<string, string>> {
  return new Map(flatten(await loadMessages(locale)));
}

function walk(elements: Element[], visit: (element: Element) => void): void {
  for (const element of elements) {
    visit(element);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) walk(option.value, visit);
    }
    if (element.type === TYPE.tag) walk(element.children, visit);
  }
}

function placeholdersOf(text: string): string[] {
  const found = new Set<string>();
  walk(parse(text), (element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return;
    found.add(`${TYPE[element.type]} ${element.value}`);
  });
  return [...found].toSorted();
}

function missingForms(text: string, needed: string[]): string[] {
  const missing: string[] = [];
  walk(parse(text), (element) => {
    if (element.type !== TYPE.plural) return;
    missing.push(...needed.filter((form) => !(form in element.options)));
  });
  return missing;
}

const english = await textsOf('en');
const pluralForms: Record<Locale, string[]> = {
  en: ['one', 'other'],
  fr: ['one', 'many', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

describe.each(locales)('messages in %s', (locale) => {
  it('has every key, and none besides', async () => {
    const texts = await textsOf(locale);
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('is readable as ICU, with the placeholders of the English sentence', async () => {
    for (const [key, text] of await textsOf(locale)) {
      expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(english.get(key) ?? '')]);
    }
  });

  it('has every plural form of the language', async () => {
    for (const [key, text] of await textsOf(locale)) {
      expect([key, missingForms(text, pluralForms[locale])]).toEqual([key, []]);
    }
  });

  it('knows the plural forms that Intl asks for', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    expect(pluralForms[locale].toSorted()).toEqual(pluralCategories.toSorted());
  });
});

describe.each(['fr', 'ar'] as const)('translation into %s', (locale) => {
  it('leaves nothing in English that is not listed', async () => {
    const same = [...(await textsOf(locale))]
      .filter(([key, text]) => text === english.get(key))
      .map(([key]) => key)
      .filter((key) => !sameAsEnglish[key] && !sameAsEnglish[`${locale} ${key}`]);
    expect(same).toEqual([]);
  });
});

/** The word on a button, and the name by which a screen reader or a spoken command knows it. */
const wordAndName = [
  ['accounts.sessions.end', 'accounts.sessions.endNamed'],
  ['spaces.join', 'spaces.joinNamed'],
  ['spaces.request', 'spaces.requestNamed'],
  ['spaces.leave', 'spaces.leaveNamed'],
  ['spaces.requests.admit', 'spaces.requests.admitNamed'],
  ['spaces.requests.decline', 'spaces.requests.declineNamed'],
  ['threads.followThread', 'threads.followChoose.notYet'],
  ['threads.manage.word', 'threads.manage.label'],
  ['threads.post.moreWord', 'threads.manage.more'],
  ['threads.post.moreWord', 'threads.post.more'],
  ['threads.reply', 'threads.post.replyTo'],
  ['threads.summing.edit', 'threads.summing.editLabel'],
] as const;

it.each(locales)('the name of a button holds the word on it, in %s', async (locale) => {
  const texts = await textsOf(locale);
  for (const [word, name] of wordAndName) expect(texts.get(name)).toContain(texts.get(word));
});

describe('typography', () => {
  it('keeps French signs with their word', async () => {
    const loose = [...(await textsOf('fr'))].filter(([, text]) =>
      /[\p{L}\d} ] [?!;:»]|« |'/u.test(text.replaceAll(/\{[^{}]*\}/g, 'x')),
    );
    expect(loose).toEqual([]);
  });

  it('takes the narrow space before ; ? ! in French, and the wide one beside : « »', async () => {
    const wrong = [...(await textsOf('fr'))].filter(([, text]) =>
      /\u00A0[;?!]|\u202F[:»]|«\u202F/u.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('writes tanwin before its alif, in one way', async () => {
    const other = [...(await textsOf('ar'))].filter(([, text]) => /\u0627\u064B/u.test(text));
    expect(other).toEqual([]);
  });

  it('uses Arabic commas and question marks, and no stretched letters', async () => {
    const foreign = [...(await textsOf('ar'))].filter(([, text]) =>
      /[\u0600-\u06FF][,?;]|\u0640/u.test(text),
    );
    expect(foreign).toEqual([]);
  });

  it('has no letters with invisible direction marks', async () => {
    for (const locale of locales) {
      const marked = [...(await textsOf(locale))].filter(([, text]) =>
        /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text),
      );
      expect(marked).toEqual([]);
    }
  });
});
