import { known, singulars } from './plurals.ts';

/** The article, alone and behind one or two attached letters. No word of the language begins so by itself. */
const article = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=.{2})/;

/**
 * Endings for number, gender and persons, the longest first; a word of at least three letters is left. The
 * letter ي is none of them: بلدية, بلديات and بلدي share it, and بلد is another word.
 */
const endings = [
  /(?:اتهم|اتها|اتنا|اتكم|اتهن|اته)$/,
  /(?:هما|كما|تين|تان|تها|تهم|تنا|تكم)$/,
  /(?:ات|ان|ين|ون|ته|ها|هم|هن|كم|نا|وا)$/,
  /ه$/,
];
const shortest = 3;

/** Letters that may be the word `and`, `so`, `by`, `for` or `like`, or the first of the word itself. */
const particle = /^(?:و[بلكف]?|[فبلك])(?=.{3})/;

function withoutArticle(word: string): string {
  return word.replace(article, '');
}

/** The word without each of the endings that it may have, the longest ending first. */
function withoutEndings(word: string): { rest: string; ending: string }[] {
  return endings.flatMap((form) => {
    const rest = word.replace(form, '');
    return rest === word ? [] : [{ rest, ending: word.slice(rest.length) }];
  });
}

/** The singular that a lexicon knows of the word, whatever is attached to its end. */
function singularOf(word: string): string | undefined {
  if (known.has(word)) return singulars.get(word) ?? word;
  for (const { rest, ending } of withoutEndings(word)) {
    // What ends in ة has ت before an ending, and what ends in ء may have ي or و.
    const whole = ending === 'ه' ? [] : [rest, rest.replace(/(?<=ا)[يو]$/, '')];
    const found = [...whole, ...(ending.startsWith('ت') ? [`${rest}ه`] : [])].find((one) =>
      known.has(one),
    );
    if (found !== undefined) return singulars.get(found) ?? found;
  }
  return undefined;
}

/** What is left of a word without article and endings; the singular of a plural that changes within. */
function stemOf(word: string): string {
  const bare = withoutArticle(word);
  const singular = singularOf(bare);
  if (singular !== undefined) return withoutFeminine(singular);
  const [first] = withoutEndings(bare).filter(({ rest }) => rest.length >= shortest);
  if (first === undefined) return bare;
  // One ending for whose it is may stand behind one for how many.
  const [second] = /^(?:ه|ات)$/.test(first.ending)
    ? []
    : withoutEndings(first.rest).filter(({ rest }) => rest.length >= shortest);
  return second?.rest ?? first.rest;
}

function withoutFeminine(word: string): string {
  return word.length > shortest ? word.replace(/ه$/, '') : word;
}

/**
 * The stems of a folded Arabic word. The first leaves every letter that may belong to the word, so بلدية
 * and وقاية stay themselves; further ones are what it would be if its first letter were attached to it.
 */
export function arabicStems(word: string): string[] {
  const stems = [stemOf(word)];
  if (withoutArticle(word) === word) {
    let rest = word;
    for (
      let part = particle.exec(rest);
      part !== null && stems.length < 3;
      part = particle.exec(rest)
    ) {
      rest = rest.slice(1);
      stems.push(stemOf(rest));
    }
  }
  return stems;
}
