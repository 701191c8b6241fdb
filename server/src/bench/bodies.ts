import { type Locale, locales } from '@counterpart/contract';
import { frenchSpaces } from '../demo/french-spaces.ts';
import { THREADS } from '../demo/threads/index.ts';
import type { RenderedText, TextRenderer } from '../platform/text/index.ts';
import type { Chance } from './chance.ts';

/** A text with its HTML, to be used by many posts: rendering a million would take an hour. */
export interface Body {
  body: string;
  rendered: RenderedText;
}

export type Bodies = Record<Locale, Body[]>;

export type Sentences = Record<Locale, string[]>;

const mostPerLanguage = 1_000;
const isProse = (paragraph: string) => !/^\s*([-*#>|]|\d+\.)/.test(paragraph);
const isWhole = (sentence: string) =>
  sentence.length >= 30 &&
  !/\{\{|[[\]|`\n]/.test(sentence) &&
  sentence.split('**').length % 2 === 1;

/** What the people of the demo story say, sentence by sentence: plain prose that stands by itself. */
export function storySentences(): Sentences {
  const found: Sentences = { en: [], fr: [], ar: [] };
  const texts = THREADS.flatMap(({ language, body, posts }) => [{ language, body }, ...posts]);
  for (const { language, body } of texts) {
    const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    for (const paragraph of body.split('\n\n').filter(isProse)) {
      const sentences = [...segmenter.segment(paragraph)].map(({ segment }) => segment.trim());
      found[language].push(
        ...sentences
          .filter(isWhole)
          .map((sentence) => (language === 'fr' ? frenchSpaces(sentence) : sentence)),
      );
    }
  }
  return found;
}

/** A post of one to four paragraphs; some have a list, some mention a member. */
function compose(chance: Chance, sentences: readonly string[], memberIds: readonly number[]) {
  const some = (count: number) => Array.from({ length: count }, () => chance.oneOf(sentences));
  const paragraphs = Array.from({ length: 1 + chance.below(4) }, () =>
    some(1 + chance.below(4)).join(' '),
  );
  if (chance.happens(0.12))
    paragraphs.push(
      some(3)
        .map((line) => `- ${line}`)
        .join('\n'),
    );
  if (chance.happens(0.08)) paragraphs.unshift(`@member:${chance.oneOf(memberIds)}`);
  return paragraphs.join('\n\n');
}

/** Some thousand texts in three languages, rendered once. */
export async function renderBodies(
  text: TextRenderer,
  chance: Chance,
  { posts, memberIds }: { posts: number; memberIds: readonly number[] },
): Promise<Bodies> {
  const sentences = storySentences();
  const bodies: Bodies = { en: [], fr: [], ar: [] };
  const count = Math.min(mostPerLanguage, Math.ceil(posts / 10));
  for (const language of locales) {
    for (let n = 0; n < count; n += 1) {
      const body = compose(chance, sentences[language], memberIds);
      bodies[language].push({ body, rendered: await text.render(body) });
    }
  }
  return bodies;
}
