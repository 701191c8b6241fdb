import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './excerpt.ts';
import { markdownFromPlain } from './from-plain.ts';
import { renderPost } from './render.ts';

const shown = (text: string) => renderPost(markdownFromPlain(text)).html;

test('lines that a mail program broke are joined, and short lines are not', () => {
  const wrapped = `We began with chairs on the square, and with a café that may stay open
until ten, which the police had asked for since the spring of that year.`;
  expect(markdownFromPlain(wrapped)).toBe(wrapped.replace('\n', ' '));
  const address = 'Marta Lindqvist\nCity hall\nGothenburg';
  expect(markdownFromPlain(address)).toBe(address);
});

test('own words after a quotation are not part of it', () => {
  const html = shown('> Who paid?\nThe district.\n> And the café?');
  expect(html.match(/<blockquote/g)).toHaveLength(2);
  expect(html).toMatch(/<\/blockquote>\s*<p dir="auto">The district\.<\/p>/);
});

test('lists stay lists, and addresses become links', () => {
  expect(shown('Two things:\n\n- chairs\n- lights\n')).toContain('<li');
  expect(shown('See https://city.example/a_b')).toContain('href="https://city.example/a_b"');
});

test.each([
  ['# of chairs: 40', 'h3'],
  ['Chairs\n------\nforty', 'h4'],
  ['Chairs\n======\nforty', 'h3'],
  ['        far to the right', 'pre'],
  ['@member:5 said so', 'data-mention'],
])('%j is plain text and shows its signs', (text, unwanted) => {
  expect(shown(text)).not.toContain(unwanted);
  expect(plainText(shown(text)).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
});

test('no word is lost', () => {
  const line = fc.stringMatching(/^[a-zé>\- #=.1]{0,70}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const words = (text: string) => (text.match(/[a-zé]+/g) ?? []).join('');
      expect(words(plainText(shown(lines.join('\n'))))).toBe(words(lines.join('\n')));
    }),
    { numRuns: 300 },
  );
});

test('reads a million lines', () => {
  expect(markdownFromPlain('So it was.\n'.repeat(1_000_000))).toMatch(/^So it was\.\nSo/);
}, 30_000);
