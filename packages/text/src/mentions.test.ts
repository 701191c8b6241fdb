import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, fillMentions, findMentions, MAX_MENTIONS } from './mentions.ts';
import { renderPost } from './render.ts';

const member = (id: number) => ({ kind: 'member' as const, id });
const institution = (id: number) => ({ kind: 'institution' as const, id });

test('mentions are found once each, in order, in any script', () => {
  const source = 'Bonjour @member:12, merci à @institution:45. وشكرا ل@member:7 و@member:12!';
  expect(findMentions(source)).toEqual([member(12), institution(45), member(7)]);
});

test('what stands in code, in a link or behind a backslash does not count', () => {
  for (const source of [
    '`@member:1`',
    '```\n@member:1\n```',
    '    @member:1',
    '[@member:1](https://a.example)',
    '![@member:1](https://a.example)',
    '\\@member:1',
    'https://a.example/@member:1',
  ]) {
    expect(findMentions(source), source).toEqual([]);
  }
});

test('only whole ids from 1 to 2^53 - 1 that stand alone are mentions', () => {
  for (const source of [
    '@member:0',
    '@member:01',
    '@member:-1',
    '@member:9007199254740992',
    '@member:99999999999999999',
    '@member:1a',
    '@member:',
    '@Member:1',
    '@space:1',
    'office@member:1',
  ]) {
    expect(findMentions(source), source).toEqual([]);
  }
  expect(findMentions('@member:9007199254740991')).toEqual([member(9007199254740991)]);
  expect(findMentions('(@member:1).')).toEqual([member(1)]);
});

test('a text names at most so many', () => {
  const source = Array.from({ length: 80 }, (_, i) => `@member:${i + 1}`).join(' ');
  expect(findMentions(source)).toHaveLength(MAX_MENTIONS);
  expect(findMentions(source).at(-1)).toEqual(member(MAX_MENTIONS));
});

test('names are put in at view, escaped and isolated', () => {
  const { html } = renderPost('@member:12 / @institution:45 / @member:13');
  const filled = fillMentions(html, (kind, id) => {
    if (kind === 'institution') return { text: 'Ville <de> Lyon', href: '/cities/45' };
    return id === 12 ? { text: 'عضو سابق' } : undefined;
  });
  expect(filled).toBe(
    '<p dir="auto"><span class="mention" data-mention="member:12"><bdi>عضو سابق</bdi></span>' +
      ' / <a class="mention" data-mention="institution:45" href="/cities/45"><bdi>Ville &lt;de&gt; Lyon</bdi></a>' +
      ' / <span class="mention" data-mention="member:13"><bdi>@member:13</bdi></span></p>\n',
  );
});

test('a name that looks like a token or a replacement pattern stays a name', () => {
  const token = '<span data-mention="member:2"></span>';
  const filled = fillMentions(renderPost('@member:1').html, () => ({ text: `${token}$&$1` }));
  expect(filled).toContain(`<bdi>${escapeHtml(token)}$&amp;$1</bdi>`);
});

test('a token typed as html is no mention', () => {
  const { html, mentions } = renderPost('<span data-mention="member:2"></span>');
  expect(mentions).toEqual([]);
  expect(fillMentions(html, () => ({ text: 'Name' }))).not.toContain('Name');
});

test('every mention that is written is found and filled', () => {
  const one = fc.record({
    kind: fc.constantFrom('member' as const, 'institution' as const),
    id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  });
  const some = fc.uniqueArray(one, { maxLength: 20, selector: ({ kind, id }) => `${kind}:${id}` });
  fc.assert(
    fc.property(some, fc.constantFrom(' ', ', ', '\n\n', ' **و** ', '\n- '), (wanted, gap) => {
      const source = wanted.map(({ kind, id }) => `@${kind}:${id}`).join(gap);
      const { html, mentions } = renderPost(source);
      expect(mentions).toEqual(wanted);
      expect(findMentions(source)).toEqual(wanted);
      const seen: unknown[] = [];
      fillMentions(html, (kind, id) => {
        seen.push({ kind, id });
        return undefined;
      });
      expect(seen).toEqual(wanted);
    }),
  );
});
