import { monitorEventLoopDelay } from 'node:perf_hooks';
import { limits, type Route, routes } from '@counterpart/contract';
import type { TestMember, TestPost, TestSpace, TestThread } from '@counterpart/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { type Client, type LooseInput, readProblem, readReply } from '../client.ts';
import { emptyDraft } from '../draft.ts';
import { aFirstAdminLink } from '../world.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

let author: TestMember;
let space: TestSpace;
let thread: TestThread;
let first: TestPost | undefined;
let client: Client;
beforeEach(async () => {
  author = await t.make.aMember();
  space = await t.make.aSpace();
  thread = await t.make.aThread({ space, author });
  first = thread.posts[0];
  client = await t.as(author);
});

const question = () => ({
  spaceId: space.id,
  kind: 'question',
  title: 'Who has done this?',
  body: 'We have not.',
  language: 'en',
  themes: [],
  sharing: 'network',
  clientKey: crypto.randomUUID(),
});
const draft = { ...emptyDraft, seen: null };

interface Field {
  route: Route;
  /** The name of the field. */
  name: string;
  most: number;
  /** A draft may be empty. */
  mayBeEmpty?: boolean;
  input(text: string): LooseInput | Promise<LooseInput>;
}

/** Everything a person writes. */
const fields: Field[] = [
  {
    route: routes.createThread,
    name: 'title',
    most: limits.title,
    input: (title) => ({ body: { ...question(), title } }),
  },
  {
    route: routes.createThread,
    name: 'body',
    most: limits.postBody,
    input: (body) => ({ body: { ...question(), body } }),
  },
  {
    route: routes.createPost,
    name: 'body',
    most: limits.postBody,
    input: (body) => ({
      params: { id: thread.id },
      body: { body, clientKey: crypto.randomUUID() },
    }),
  },
  {
    route: routes.createPost,
    name: 'quote.text',
    most: limits.note,
    input: (text) => ({
      params: { id: thread.id },
      body: { body: 'So.', quote: { postId: first?.id, text }, clientKey: crypto.randomUUID() },
    }),
  },
  {
    route: routes.editPost,
    name: 'body',
    most: limits.postBody,
    input: (body) => ({ params: { id: first?.id }, body: { body, revision: 1 } }),
  },
  {
    route: routes.editThread,
    name: 'title',
    most: limits.title,
    input: (title) => ({ params: { id: thread.id }, body: { title, revision: 1 } }),
  },
  {
    route: routes.writeSynthesis,
    name: 'body',
    most: limits.synthesisBody,
    input: (body) => ({ params: { id: thread.id }, body: { body, language: 'en', revision: 0 } }),
  },
  {
    route: routes.keepBookmark,
    name: 'note',
    most: limits.note,
    input: (note) => ({ params: { id: first?.id }, body: { note } }),
  },
  {
    route: routes.keepDraft,
    name: 'body',
    most: limits.postBody,
    mayBeEmpty: true,
    input: (body) => ({ params: { place: 'new' }, body: { ...draft, body } }),
  },
  {
    route: routes.keepDraft,
    name: 'title',
    most: limits.title,
    mayBeEmpty: true,
    input: (title) => ({ params: { place: 'new' }, body: { ...draft, title } }),
  },
  {
    route: routes.acceptLink,
    name: 'name',
    most: limits.name,
    input: async (name) => ({ body: { ...(await aFirstAdminLink(t)), name } }),
  },
];

/** Titles and names are stored as NFC; a draft keeps what was typed. */
const isLine = ({ name, mayBeEmpty }: Field) => ['title', 'name'].includes(name) && !mayBeEmpty;

/** What is rendered: it may hold more or less than its text. */
const isMarkdown = ({ name, mayBeEmpty }: Field) => name === 'body' && !mayBeEmpty;

/** What is stored of what people write, as one value. */
async function everythingStored(): Promise<unknown> {
  const rows = await t.sql`
    select (select md5(string_agg(x::text, '|' order by x.id)) from thread x) as threads,
           (select md5(string_agg(x::text, '|' order by x.id)) from post x) as posts,
           (select count(*)::int from post_revision) as revisions,
           (select count(*)::int from synthesis) as syntheses,
           (select count(*)::int from bookmark) as bookmarks,
           (select count(*)::int from draft) as drafts,
           (select count(*)::int from member) as members,
           (select count(*)::int from event_pending) + (select seq::int from log_head) as events`;
  return rows[0];
}

const wrong: [string, (field: Field) => string | undefined][] = [
  ['nothing', (field) => (field.mayBeEmpty ? undefined : '')],
  ['only space', (field) => (field.mayBeEmpty ? undefined : ' \t\u00A0\u2003 ')],
  ['only signs nobody sees', (f) => (f.mayBeEmpty ? undefined : '\u200B\u2060\u202E\u00AD\uFEFF')],
  [
    'only signs that show nothing',
    (f) => (f.mayBeEmpty ? undefined : '\u2800\u034F\u17B4\u180B\u180F \uFE0F\u{E0100}'),
  ],
  ['only a sign nobody sees, spelt out', (f) => (isMarkdown(f) ? '&#x202e;&nbsp;' : undefined)],
  ['only marks around nothing', (f) => (isMarkdown(f) ? '> &#8203;\n\n***\n\n- \n\n#' : undefined)],
  ['one sign too many', (field) => 'x'.repeat(field.most + 1)],
  [
    'a line that is longer as it is stored',
    (f) => (isLine(f) ? '\uFB2C'.repeat(f.most) : undefined),
  ],
  ['a NUL', () => 'before\0after'],
  ['half of a pair at the end', () => 'Text \uD83D'],
  ['the other half alone', () => '\uDE00 text'],
  ['halves in the wrong order', () => 'a\uDE00\uD83Db'],
];

describe.each(fields)('$route.summary: $name', (field) => {
  it.each(wrong)('refuses %s, and stores nothing', async (_what, textOf) => {
    const text = textOf(field);
    if (text === undefined) return;
    const input = await field.input(text);
    await t.settle();
    const before = await everythingStored();
    const problem = await client.refused(field.route, input);
    expect(problem.code).toBe('invalid-request');
    expect(problem.fields?.map(({ path }) => path)).toContain(field.name);
    await t.settle();
    expect(await everythingStored()).toEqual(before);
  });

  it('takes as many signs as it may have', async () => {
    if (field.name === 'quote.text') return;
    readReply(
      field.route,
      await client.ask(field.route, await field.input('é'.repeat(field.most))),
    );
  });
});

describe('a text', () => {
  it('of the most signs in the widest script stays within 100 kB, and is taken', async () => {
    const body = { ...question(), body: '\u0800'.repeat(limits.postBody) };
    readReply(routes.createThread, await client.ask(routes.createThread, { body }));
    expect(Buffer.byteLength(body.body)).toBeLessThanOrEqual(limits.postBodyBytes);
  });

  it('keeps every script and emoji as it was written', async () => {
    const body = 'مرحبا l’été 🏙️ नमस्ते 👩🏽‍🚒 ﷺ — 1 < 2 & "3"';
    const reply = await client.call(routes.createPost, {
      params: { id: thread.id },
      body: { body, clientKey: crypto.randomUUID() },
    });
    expect(reply.post.body).toBe(body);
  });
});

const turned = '\u202Eevil\u202C \u2066inside\u2069 \u200Ftitle\u200B';

describe('signs that turn the direction', () => {
  it('are taken out of titles', async () => {
    const body = { ...question(), title: turned } as never;
    const { thread: made } = await client.call(routes.createThread, { body });
    expect(made.title).toBe('evil inside title');
    const params = { id: thread.id };
    const edit = { params, body: { title: `x ${turned}`, revision: 1 } };
    expect((await client.call(routes.editThread, edit)).thread.title).toBe('x evil inside title');
  });

  it('are taken out of names', async () => {
    const body = { ...(await aFirstAdminLink(t)), name: turned };
    const answer = await t.anyone.ask(routes.acceptLink, { body });
    expect(readReply(routes.acceptLink, answer).member.name).toBe('evil inside title');
  });

  it('are taken out of posts, where marks and joiners stay', async () => {
    const body = 'a \u202Eb\u202C \u2067c\u2069 می\u200Cخواهم \u200F!';
    const reply = await client.call(routes.createPost, {
      params: { id: thread.id },
      body: { body, clientKey: crypto.randomUUID() },
    });
    expect(reply.post.body).toBe('a b c می\u200Cخواهم \u200F!');
    expect(reply.post.html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });
});

const scripts = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '![x](data:text/html;base64,PHNjcmlwdD4=)',
  '<svg/onload=alert(1)>',
  '<a href="vbscript:x">x</a>',
  '<style>*{display:none}</style>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '"><script>alert(1)</script>',
  '<math><mi//xlink:href="data:x,<script>">',
];

it.each(scripts)('%s runs nowhere', async (text) => {
  const body = { ...question(), title: text, body: `${text}\n\n@member:${author.id}` } as never;
  const made = await client.call(routes.createThread, { body });
  const params = { id: made.thread.id };
  const summed = { body: `${text} #1`, language: 'en', revision: 0 };
  await client.call(routes.writeSynthesis, { params, body: summed });
  const page = await client.call(routes.getThread, { params });
  for (const html of [page.posts[0]?.html, page.thread.synthesis?.html]) {
    const tags = (html?.match(/<[^>]*>/g) ?? []).join('\n');
    expect(tags).toContain('<p');
    expect(tags).not.toMatch(/<(script|img|svg|iframe|style|math)\b/i);
    expect(tags).not.toMatch(/(javascript|vbscript|data):/i);
    expect(tags).not.toMatch(/\son\w+\s*=/i);
  }
});

const nests: [string, string][] = [
  ['quotes', '> '.repeat(16_000)],
  ['quotes without space', '>'.repeat(32_000)],
  ['lists', Array.from({ length: 240 }, (_, n) => `${' '.repeat(n)}- x`).join('\n')],
  ['emphasis', '*a_ '.repeat(8_000)],
  ['links', '[a]('.repeat(8_000)],
  ['brackets', `${'['.repeat(16_000)}${']'.repeat(15_000)}`],
  ['code', '`'.repeat(32_000)],
  ['tags', '<b>'.repeat(10_600)],
  ['stars', `${'**'.repeat(8_000)}x`],
  ['mentions', '@member:1 '.repeat(3_200)],
  ['entities', '&#x26;'.repeat(5_300)],
  ['numbers of posts', '#1 '.repeat(10_600)],
];

describe('nesting', () => {
  it.each(nests)('of %s never holds the server for 50 ms', async (_what, text) => {
    const body = { body: text.slice(0, limits.postBody), clientKey: '' };
    const params = { id: thread.id };
    let longest = Number.POSITIVE_INFINITY;
    // Other work on the machine also delays; the quickest of three tells what the text costs.
    for (let n = 0; n < 3 && longest > 50; n += 1) {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const clientKey = crypto.randomUUID();
      const answer = await client.ask(routes.createPost, { params, body: { ...body, clientKey } });
      delay.disable();
      longest = Math.min(longest, delay.max / 1e6);
      if (answer.status !== 201) expect(readProblem(answer).code).toBe('invalid-request');
    }
    expect(longest).toBeLessThan(50);
  });

  it('of 100 kB and more is refused without being rendered', async () => {
    const body = { ...question(), body: '> '.repeat(50_000) };
    expect((await client.refused(routes.createThread, { body })).fields).toContainEqual({
      path: 'body',
      reason: 'too-big',
    });
  });
});
