import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './excerpt.ts';
import { markdownFromHtml } from './from-html.ts';
import { renderPost } from './render.ts';

const shown = (html: string) => renderPost(markdownFromHtml(html)).html;
const words = (html: string) => plainText(shown(html));

test.each([
  ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
  ['<p>One<br>two</p>', 'One\ntwo'],
  ['<h2>Why</h2><p>Because.</p>', '## Why\n\nBecause.'],
  ['<ul><li>chairs</li><li>tables</li></ul>', '-   chairs\n-   tables'],
  ['<ol start="3"><li>chairs</li></ol>', '3.  chairs'],
  ['<p><b>bold</b>, <i>leaning</i>, <s>gone</s></p>', '**bold**, *leaning*, ~~gone~~'],
  ['<blockquote><p>said</p></blockquote>', '> said'],
  ['<pre><code>a  b\n</code></pre>', '```\na  b\n```'],
  ['<pre>a `` b</pre>', '```\na `` b\n```'],
  [
    '<p>a <a href="https://a.example/x y(1)" title="t">link</a></p>',
    'a [link](https://a.example/x%20y%281%29)',
  ],
  ['<p><img src="https://a.example/b.png" alt="a map"></p>', '[a map](https://a.example/b.png)'],
  ['<table><tr><th>a</th></tr><tr><td>1</td></tr></table>', '| a   |\n| --- |\n| 1   |'],
  ['<p><strong>Sort of.</strong></p><p>There</p>', '**Sort of.**\n\nThere'],
  ['<p>One<br><em>(two)</em><br>three</p>', 'One\n*(two)*\nthree'],
  ['<p>10<sup>6</sup> H<sub>2</sub>O</p>', '10^6 H\\_2O'],
  ['<p>été مرحبا</p>', 'été مرحبا'],
])('%s becomes Markdown', (html, markdown) => {
  expect(markdownFromHtml(html)).toBe(markdown);
});

test('what a post may not have is left out, and its words stay', () => {
  const html = `<style>p{}</style><script>alert(1)</script><p onclick="x()">One
    <a href="javascript:alert(1)">two</a> <a href="/questions/1">three</a>
    <img src="data:image/png;base64,xx" alt="four"></p>`;
  expect(markdownFromHtml(html)).toBe('One two three four');
});

test.each([
  '1) is no list',
  '1. is no list',
  '# is no heading',
  '* is no list',
  '&lt;b&gt; is no element',
  '&amp;lt; is no sign',
  '@member:5 names nobody',
  '~~still~~ there',
  '**still** there',
  '[no](https://link.example)',
  'snake_case_words',
])('%s stays as written', (text) => {
  const html = `<p>${text}</p>`;
  expect(words(html)).toBe(plainText(html));
  expect(renderPost(markdownFromHtml(html)).mentions).toEqual([]);
});

const signs = Array.from('ab1 .)(*_~`#>-+![]|\\@é');

test('no words are lost or made, whatever stands in a paragraph', () => {
  const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 });
  const element = fc.constantFrom('p', 'li', 'em', 'strong', 'blockquote', 'h3', 'td');
  fc.assert(
    fc.property(text, element, (inner, tag) => {
      const escaped = inner.replaceAll('>', '&gt;');
      const html = `<p>x</p><${tag}>${escaped}</${tag}>`;
      expect(words(html).replaceAll(/\s/g, '')).toBe(plainText(html).replaceAll(/\s/g, ''));
    }),
    { numRuns: 500 },
  );
});

test('html that nests without end keeps its words', () => {
  const html = `${'<div><b>'.repeat(20_000)}deep down${'</b></div>'.repeat(20_000)}`;
  expect(markdownFromHtml(html)).toContain('deep down');
});
