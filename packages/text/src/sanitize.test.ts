import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlProblem } from './html-check.ts';
import { sanitizePost } from './sanitize.ts';

test('an attribute stays only with the one form that the renderer gives it', () => {
  const made = '<ol start="3" dir="rtl"><li dir="auto">a</li></ol><td class="cell-end">b</td>';
  expect(sanitizePost(made)).toBe(made);
  expect(sanitizePost('<td class="cell-end evil" dir="up">a</td>')).toBe('<td>a</td>');
  expect(sanitizePost('<ol start="1e9"><li style="color:red" id="x">b</li></ol>')).toBe(
    '<ol><li>b</li></ol>',
  );
});

test('a mention token names one member or institution and nothing else', () => {
  expect(sanitizePost('<span data-mention="member:12"></span>')).toBe(
    '<span data-mention="member:12"></span>',
  );
  for (const value of ['member:0', 'staff:1', 'member:1 x', 'member:12345678901234567']) {
    expect(sanitizePost(`<span data-mention="${value}"></span>`)).toBe('<span></span>');
  }
});

test('every link gets its rel, and none leads to another scheme', () => {
  const rel = 'rel="nofollow noopener noreferrer"';
  expect(sanitizePost('<a href="https://a.example" rel="opener" target="_blank">x</a>')).toBe(
    `<a href="https://a.example" ${rel}>x</a>`,
  );
  for (const href of [
    'javascript:1',
    '/relative',
    '//a.example',
    'ftp://a.example',
    '#a',
    'https://a.example b',
  ]) {
    expect(sanitizePost(`<a href="${href}">x</a>`)).toBe(`<a ${rel}>x</a>`);
  }
});

test('whatever comes in, only the closed list comes out', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    ' ',
    '&',
    '#',
    ';',
    '!--',
    '-->',
    'a',
    'svg',
    'script',
    'style',
    'td',
    'table',
    'p',
    'span',
    'img',
    'onerror',
    'href',
    'class',
    'data-mention',
    'javascript:',
    'https://a.example',
    'member:1',
    'cell-end',
    '<p>',
    '</p>',
    '<a href="',
    '<![CDATA[',
    ']]>',
    '<textarea>',
    '</textarea>',
    '<noscript>',
    '<math>',
    '\n',
    '\0',
    'é',
  );
  const html = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
  );
  fc.assert(
    fc.property(html, (raw) => {
      const clean = sanitizePost(raw);
      const problem = htmlProblem(clean.replaceAll('<span></span>', ''));
      expect(problem === null || problem.startsWith('nested')).toBe(true);
    }),
    { numRuns: 1500 },
  );
});
