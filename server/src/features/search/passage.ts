import type { TextPart } from '@counterpart/contract';
import { analyse, type Token } from '@counterpart/text/analyse';
import { formOf } from '@counterpart/text/analyse/vector';
import { type Word, wordsIn } from '@counterpart/text/analyse/words';
import type { Clue } from './postgres/clues.ts';

/** Which of the things that were asked for a word is, and how much that tells. */
export type Hits = ReadonlyMap<string, { clue: number; weight: number }>;

/** A passage has at most so many signs, and begins so many words before its first hit. */
const longest = 260;
const before = 6;
/** Longer texts are looked at around the place that the index names. */
const whole = 8_000;
const around = 200;
/** Signs of the form of a word, its mark counted. */
const shortest = 4;

/** All forms by which something may be found. */
export function hitsOf(clues: readonly Clue[]): Hits {
  const hits = new Map<string, { clue: number; weight: number }>();
  for (const [clue, { ways, weight }] of clues.entries()) {
    for (const { sequence, worth } of ways) {
      // Of a term that only means the same, the little words between stand everywhere.
      const isMeant = worth < 1 && sequence.length > 1;
      const words = sequence.filter(([written = '']) => !isMeant || written.length > shortest);
      for (const form of words.flat()) if (!hits.has(form)) hits.set(form, { clue, weight });
    }
  }
  return hits;
}

function hitOf({ exact, stems }: Token, hits: Hits) {
  const forms = [formOf.exact(exact), ...stems.map(formOf.stem)];
  return forms.map((form) => hits.get(form)).find((hit) => hit !== undefined);
}

/** A text taken apart at what was looked for; all of it, or from one place to another. */
export function markHits(text: string, hits: Hits, from = 0, to = text.length): TextPart[] {
  const parts: TextPart[] = [];
  let at = from;
  for (const token of analyse(text.slice(from, to))) {
    if (hitOf(token, hits) === undefined) continue;
    const start = from + token.start;
    const end = from + token.end;
    const between = text.slice(at, start);
    const last = parts.at(-1);
    // Words of a phrase are marked together.
    if (last?.hit && /^\s{0,2}$/.test(between)) last.text += between + text.slice(start, end);
    else {
      if (between !== '') parts.push({ text: between, hit: false });
      parts.push({ text: text.slice(start, end), hit: true });
    }
    at = end;
  }
  if (at < to) parts.push({ text: text.slice(at, to), hit: false });
  return parts;
}

interface Window {
  from: number;
  to: number;
}

/** The part of a long text around a place that is counted in words. */
function surroundings(text: string, place: number): Window {
  if (text.length <= whole) return { from: 0, to: text.length };
  let from = 0;
  let at = 0;
  let last: Word | undefined;
  for (const word of wordsIn(text)) {
    at += 1;
    if (at === place - around) from = word.start;
    last = word;
    if (at >= place - around && (at >= place + around || word.start > from + whole)) break;
  }
  return { from, to: last?.end ?? text.length };
}

/** Where most of what was asked for stands together; the beginning when nothing does. */
function bestWindow(tokens: readonly Token[], hits: Hits): Window {
  const found = tokens.map((token) => hitOf(token, hits));
  let best = { value: 0, first: 0 };
  for (const [first, hit] of found.entries()) {
    if (hit === undefined) continue;
    const seen = new Set<number>();
    let value = 0;
    for (let at = first; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.end - (tokens[first]?.start ?? 0) > longest * 0.8) break;
      const here = found[at];
      if (here === undefined) continue;
      value += seen.has(here.clue) ? here.weight * 0.05 : here.weight;
      seen.add(here.clue);
    }
    if (value > best.value) best = { value, first };
  }
  const start = tokens[Math.max(0, best.first - before)];
  return { from: start?.start ?? 0, to: (start?.start ?? 0) + longest };
}

/** Up to a place between two words, or between two signs. */
function endBefore(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const cut = text.slice(0, to).search(/\s\S*$/);
  if (cut > to - 40) return cut;
  const unit = text.charCodeAt(to);
  return unit >= 0xdc00 && unit <= 0xdfff ? to - 1 : to;
}

/** The passage of a text that answers best, with what was looked for marked; `place` is counted in words. */
export function passageOf(text: string, hits: Hits, place: number): TextPart[] {
  const near = surroundings(text, place);
  const part = text.slice(near.from, near.to);
  const window = bestWindow(analyse(part), hits);
  // With the signs that stand before the first word of a text.
  const from = window.from < 20 && near.from === 0 ? 0 : near.from + window.from;
  const to = endBefore(text, Math.min(from + longest, text.length));
  const parts = markHits(text, hits, from, to);
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...parts,
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ];
}
