import { describe, expect, it } from 'vitest';
import { type Mark, markChange } from './marks.ts';

function apply(mark: Mark, marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const { from, to, insert, select } = markChange(mark, { text, start, end });
  const changed = `${text.slice(0, from)}${insert}${text.slice(to)}`;
  return `${changed.slice(0, select[0])}⟦${changed.slice(...select)}⟧${changed.slice(select[1])}`;
}

describe('marks', () => {
  it.each<[Mark, string, string]>([
    ['bold', 'one [two] three', 'one **⟦two⟧** three'],
    ['bold', 'one []', 'one **⟦⟧**'],
    ['list', 'one\nt[w]o\nthree', 'one\n⟦- two⟧\nthree'],
    ['list', '[one\ntwo]', '⟦- one\n- two⟧'],
    ['list', '[- one\n- two]', '⟦one\ntwo⟧'],
    ['quote', '[]', '> ⟦⟧'],
    ['link', 'see [this] page', 'see [this](⟦https://⟧) page'],
    ['link', 'see []', 'see [⟦⟧](https://)'],
  ])('%s: %s', (mark, before, after) => {
    expect(apply(mark, before)).toBe(after);
  });
});
