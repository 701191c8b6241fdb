import { type Clue, inText, inTitles, nothing } from './clues.ts';
import type { Filters } from './filters.ts';

/** Documents that are weighed at most: of those that hold a rare word all, of others the newest. */
export const mostWeighed = 1_000;

interface Ask {
  clues: readonly Clue[];
  unwanted: string | null;
  filters: Pick<Filters, 'inTitle'>;
  sort: 'relevance' | 'new';
}

/** Of many words a part is enough; of few, all. */
export function leastOf(clues: readonly Clue[]): number {
  const part = clues.length <= 2 ? 0.999 : clues.length <= 4 ? 0.55 : 0.2;
  return weightOf(clues) * part;
}

const weightOf = (clues: readonly Clue[]) => clues.reduce((sum, { weight }) => sum + weight, 0);

/** Clues that tell less than this of a question, together, bring in nothing by themselves. */
const littleTold = 0.15;

/** Titles are few and tell much: they bring in what has one of so many of the rarest words in them. */
const titlesAtLeast = 3;

/** Nothing that is counted holds it; what was written just now may. */
const isUnknown = ({ docs }: Clue) => docs === 0;

function rarestOf(clues: readonly Clue[], most = clues.length): Clue[] {
  return clues.toSorted((a, b) => a.docs - b.docs).slice(0, most);
}

/**
 * The clues by which documents are brought in: the rarest, for as long as not too many hold them, and
 * without those that hardly tell anything.
 */
function driversOf(clues: readonly Clue[]): Clue[] {
  // What nobody seems to have written costs nothing to look for, and tells nothing of what else to do.
  const [unknown, known] = [clues.filter(isUnknown), clues.filter((clue) => !isUnknown(clue))];
  const little = weightOf(known) * littleTold;
  const taken: Clue[] = [];
  let left = weightOf(known);
  let docs = 0;
  for (const clue of rarestOf(known)) {
    docs += clue.docs;
    if (taken.length > 0 && (docs > mostWeighed * 2 || left < little)) break;
    left -= clue.weight;
    taken.push(clue);
  }
  return [...unknown, ...taken];
}

function joined(texts: readonly string[], sign: '|' | '&'): string {
  return texts.map((text) => `(${text})`).join(` ${sign} `);
}

/** How documents are brought in: by their text, and by the title of their thread; null without words. */
export function entrances({ clues, unwanted, filters, sort }: Ask): string[] | null {
  if (clues.length === 0) return unwanted === null ? null : [`!(${unwanted})`];
  const required = clues.filter(({ isRequired }) => isRequired).map(inText);
  const also = [...required, ...(unwanted === null ? [] : [`!(${unwanted})`])];
  if (filters.inTitle) {
    const titles = clues.flatMap((clue) => inTitles(clue) ?? []);
    return titles.length < clues.length ? [nothing] : [joined([...titles, ...also], '&')];
  }
  if (sort === 'new') return [joined([...clues.map(inText), ...also], '&')];
  const drivers = driversOf(clues);
  const ways = [joined(drivers.map(inText), '|')];
  const titles = [
    ...clues.filter(isUnknown),
    ...rarestOf(
      clues.filter((clue) => !isUnknown(clue)),
      Math.max(drivers.length, titlesAtLeast),
    ),
  ].flatMap((clue) => inTitles(clue) ?? []);
  if (titles.length > 0) ways.push(joined(titles, '|'));
  return ways.map((way) => joined([way, ...also], '&'));
}
