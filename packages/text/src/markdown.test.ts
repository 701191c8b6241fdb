import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './excerpt.ts';
import { htmlProblem } from './html-check.ts';
import { renderMarkdown, renderPlain } from './markdown.ts';
import { renderPost } from './render.ts';

const REL = 'rel="nofollow noopener noreferrer"';

test('headings start below those of the page', () => {
  const html = renderMarkdown('# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f\n\ng\n===');
  expect(html.match(/<h\d/g)).toEqual(['<h3', '<h4', '<h5', '<h6', '<h6', '<h6', '<h3']);
});

test('a line break that was typed is kept', () => {
  expect(renderMarkdown('one\ntwo')).toBe('<p dir="auto">one<br />\ntwo</p>\n');
});

test('links lead out with no credit and no opener', () => {
  expect(renderMarkdown('[city](https://a.example "title")')).toBe(
    `<p dir="auto"><a href="https://a.example" ${REL}>city</a></p>\n`,
  );
});

test('a bare address becomes a link that runs left to right', () => {
  expect(renderMarkdown('انظر https://مثال.example/a')).toBe(
    `<p dir="auto">انظر <a href="https://xn--mgbh0fb.example/a" ${REL} dir="ltr">https://مثال.example/a</a></p>\n`,
  );
});

test('only http, https and mail addresses become links by themselves', () => {
  for (const text of ['ftp://a.example/b', '//a.example/b', 'www.a.example', 'report.md']) {
    expect(renderMarkdown(text)).toBe(`<p dir="auto">${text}</p>\n`);
  }
  expect(renderMarkdown('office@a.example')).toContain('href="mailto:office@a.example"');
});

test('an image becomes a link with its description', () => {
  const link = (text: string) => `<a href="https://a.example/b.png" ${REL}>${text}</a>`;
  expect(renderMarkdown('![le *plan*](https://a.example/b.png)')).toContain(link('le plan'));
  expect(renderMarkdown('![](https://a.example/b.png)')).toContain(link('https://a.example/b.png'));
});

test('nothing of a link vanishes that lacks its words or its address', () => {
  expect(renderMarkdown('[](https://a.example)')).toBe(
    `<p dir="auto"><a href="https://a.example" ${REL}>https://a.example</a></p>\n`,
  );
  for (const text of ['[]()', '[a]()', '![]()', '![a]()', '[![a]()]()']) {
    expect(renderMarkdown(text)).toBe(`<p dir="auto">${text}</p>\n`);
  }
});

test('an image within a link leaves its description to that link', () => {
  expect(renderMarkdown('[![plan](https://a.example/b.png)](https://c.example)')).toBe(
    `<p dir="auto"><a href="https://c.example" ${REL}>plan</a></p>\n`,
  );
});

test('no definition of a link vanishes', () => {
  expect(plainText(renderMarkdown('[note]: https://a.example'))).toBe('[note]: https://a.example');
});

test('code runs left to right and keeps its signs', () => {
  expect(renderMarkdown('`<b>`\n\n```js\n<i>\n```')).toBe(
    '<p dir="auto"><code dir="ltr">&lt;b&gt;</code></p>\n<pre dir="ltr"><code>&lt;i&gt;\n</code></pre>\n',
  );
});

test('tables keep their columns, with classes and not styles', () => {
  const html = renderMarkdown('|city|cost|\n|:--|--:|\n|Mombasa|10|');
  expect(html).toContain('<div class="table-scroll" tabindex="0"><table dir="ltr">');
  expect(html).toContain('<td class="cell-end" dir="auto">10</td>');
  expect(html).not.toContain('style');
});

test('a table that asks for more than 2000 cells is shown as written', () => {
  const asked = `${'|a'.repeat(50)}|\n${'|-'.repeat(50)}|\n${'|\n'.repeat(100)}`;
  expect(renderMarkdown(asked)).not.toContain('<table');
  const honest = `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(900)}`;
  expect(renderMarkdown(honest)).toContain('<table');
});

test('a paragraph finds its own direction, a list and a quotation get that of their words', () => {
  const html = renderMarkdown('> أهلا بكم\n>\n> - واحد\n> - un\n\n1. première\n\n   suite');
  expect(html).toContain('<blockquote dir="rtl">\n<p dir="auto">أهلا بكم</p>\n<ul dir="rtl">');
  expect(html).toContain('<li dir="ltr">un</li>');
  expect(html).toContain('<ol dir="ltr">\n<li dir="ltr">\n<p dir="auto">première</p>');
});

test('an address at the start does not turn an Arabic list around', () => {
  expect(renderMarkdown('- https://a.example وثيقة')).toContain('<ul dir="rtl">');
});

test('direction controls do not come back as character references or in addresses', () => {
  const html = renderMarkdown('a &#8238;b &#x2066;c https://a.example/%E2%80%AEgpj.exe');
  expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect(html).toContain('>https://a.example/%E2%80%AEgpj.exe</a>');
});

test('nesting stops at 20 and what lies deeper stays readable', () => {
  for (const sign of ['> ', '- ', '1. ', '> - ', '- > ']) {
    const html = renderMarkdown(`${sign.repeat(60)}**in [the](https://a.example)** *depth*`);
    expect(htmlProblem(html)).toBeNull();
    expect(plainText(html)).toContain('depth');
    expect(plainText(html)).toContain(sign.repeat(20).trim());
  }
});

test('emphasis nested too deep shows its signs', () => {
  const html = renderMarkdown(`${'**a _b '.repeat(30)}core${' c_ d**'.repeat(30)}`);
  expect(htmlProblem(html)).toBeNull();
  expect(html).toContain('<em>');
  expect(plainText(html)).toContain('**a _b core c_ d**');
});

test('what follows a list that goes too deep is still there, outside it', () => {
  const html = renderMarkdown(`${'- '.repeat(30)}deep\n\nafter`);
  expect(html).toContain('</ul>\n<p dir="auto">after</p>');
});

const WORD = fc.constantFrom(
  '> ',
  '- ',
  '1. ',
  '  ',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '# ',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '[',
  '](',
  ')',
  '![',
  '](https://a.example',
  '<',
  '>',
  '&',
  '"',
  "'",
  '\\',
  '|',
  '|-|',
  ':-',
  '@member:1',
  '@institution:9007199254740991',
  'https://a.example/',
  'a@b.example',
  '===\n',

  '<script>',
  'onerror=',
  'javascript:',
  '&#x202e;',
  '&lt;',
  'é',
  'مدينة',
  'été ',
  '😀',
  '\u202e',
);
const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(WORD, { maxLength: 80 }).map((words) => words.join('')),
);

test('any text gives html of the closed list, and the sanitiser finds nothing to change', () => {
  fc.assert(
    fc.property(TEXT, (source) => {
      const html = renderMarkdown(source);
      expect(htmlProblem(html)).toBeNull();
      expect(renderPost(source).html).toBe(html);
    }),
    { numRuns: 1500 },
  );
});

test('any text is shown plainly with every letter', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(TEXT, (source) => {
      const html = renderPlain(source);
      expect(htmlProblem(html)).toBeNull();
      const named = html.replace(/<span data-mention="([^"]+)"><\/span>/g, '@$1');
      expect(letters(plainText(named))).toBe(letters(source));
    }),
  );
});

test('plain paragraphs keep lines and mentions', () => {
  expect(renderPlain('سؤال @member:7\n<b>\r\n\r\n\nsuite')).toBe(
    '<p dir="auto">سؤال <span data-mention="member:7"></span><br />\n&lt;b&gt;</p>\n<p dir="auto">suite</p>\n',
  );
});
