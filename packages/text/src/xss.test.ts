import { expect, test } from 'vitest';
import { fillMentions } from './fill-mentions.ts';
import { hostileHtml, hostileMarkdown } from './hostile-texts.ts';
import { htmlProblem } from './html-check.ts';
import { renderMarkdown, renderPlain } from './markdown.ts';
import { renderPost } from './render.ts';
import { sanitizePost } from './sanitize.ts';

const payloads = [...hostileHtml, ...hostileMarkdown];
const wrappings: [string, (text: string) => string][] = [
  ['alone', (text) => text],
  ['in a quotation', (text) => `> ${text.replaceAll('\n', '\n> ')}`],
  ['in a list', (text) => `- ${text.replaceAll('\n', '\n  ')}`],
  ['in emphasis', (text) => `**${text}**`],
  ['in a heading', (text) => `# ${text}`],
  ['in a link', (text) => `[${text}](https://a.example)`],
  ['in an image', (text) => `![${text}](https://a.example)`],
  ['in a cell', (text) => `|a|b|\n|-|-|\n|${text}|${text}|`],
  ['after Arabic', (text) => `مرحبا ${text}`],
];

for (const [where, wrap] of wrappings) {
  test(`nothing executable survives ${where}`, () => {
    for (const payload of payloads.map(wrap)) {
      expect(htmlProblem(renderMarkdown(payload)), payload).toBeNull();
      expect(htmlProblem(renderPost(payload).html), payload).toBeNull();
      expect(htmlProblem(renderPlain(payload)), payload).toBeNull();
    }
  });
}

test('the sanitiser alone stops every payload, should the renderer ever let one through', () => {
  for (const payload of payloads) {
    expect(htmlProblem(sanitizePost(payload.replaceAll('>', ' >'))), payload).toBeNull();
    expect(htmlProblem(sanitizePost(`<p>${payload}</p>`)), payload).toBeNull();
  }
});

test('refused links stay readable', () => {
  expect(renderMarkdown('[x](javascript:alert(1))')).toContain('[x](javascript:alert(1))');
});

test('a name with markup is shown as it is written', () => {
  const { html } = renderPost('@member:1');
  const filled = fillMentions(html, () => ({
    text: '<img src=x onerror=alert(1)>',
    href: '/members/1"><script>alert(1)</script>',
  }));
  expect(filled).toBe(
    '<p dir="auto"><a class="mention" data-mention="member:1" href="/members/1&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"><bdi>&lt;img src=x onerror=alert(1)&gt;</bdi></a></p>\n',
  );
});
