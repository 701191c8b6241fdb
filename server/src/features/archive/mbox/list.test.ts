import type { TestSpace } from '@counterpart/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/app.ts';
import { aFile, type Letter, letter } from '../testing/mbox.ts';
import { bring, counted, notesOf, readSpace } from '../testing/stage.ts';

let t: TestApp;
let space: TestSpace;
let run = 0;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(async () => {
  space = await t.make.aSpace();
  run += 1;
});
afterAll(() => t.close());

const id = (name: string) => `${name}-${run}@example.org`;
const day = (n: number) => `Mon, ${n} Mar 2014 10:00:00 +0100`;
const ben = 'Ben Oyelaran <ben@example.org>';

async function bringFile(...letters: string[]) {
  const file = await aFile('list.mbox', letters.join(''));
  return bring(t, file, { format: 'mbox', space: space.slug });
}

async function bringList(...letters: string[]) {
  const report = await bringFile(...letters);
  return { report, notes: notesOf(report), threads: await readSpace(t, space) };
}

it('conversations of a list come as threads, answers quoting what they answer unless it stands above', async () => {
  const tagged = (subject: string) => `[cities] ${subject}`;
  const { report, threads } = await bringList(
    letter({ id: id('a'), subject: tagged('Where do benches go?'), date: day(1), body: 'Asked.' }),
    letter({
      id: id('b'),
      subject: tagged('Re: Where do benches go?'),
      replyTo: id('a'),
      from: ben,
      date: day(2),
      body: 'One.',
    }),
    letter({ id: id('t'), subject: tagged('Trees'), date: day(3), body: 'Trees.' }),
    letter({
      id: id('c'),
      subject: 'Re: [cities] Where do benches go?',
      refs: [id('a')],
      date: day(4),
      body: 'Two.\n\nAda',
    }),
  );
  expect(threads.map(({ title }) => title)).toEqual(['Where do benches go?', 'Trees']);
  expect(threads[0]?.posts).toEqual([
    { text: 'Asked.', author: 'Ada Ek', at: '2014-03-01T09:00:00.000Z', quotes: null },
    { text: 'One.', author: 'Ben Oyelaran', at: '2014-03-02T09:00:00.000Z', quotes: null },
    {
      text: expect.stringContaining('Two.'),
      author: 'Ada Ek',
      at: '2014-03-04T09:00:00.000Z',
      quotes: 1,
    },
  ]);
  expect(report.read).toEqual({ messages: 4 });
  expect(report.stored).toEqual({ threads: 2, posts: 4, authors: 2 });
});

it('no address of anyone is kept', async () => {
  await bringList(letter({ id: id('a'), from: 'Ada Ek <secret.address@example.org>' }));
  const rows = await t.sql`
    select key as text from archive_item union all select name from member_person
    union all select body from post union all select options::text from archive_run
    union all select report::text from archive_run`;
  expect(rows.filter(({ text }) => `${text}`.includes('secret.address'))).toEqual([]);
});

it('a list that has grown goes on in its threads', async () => {
  const first = letter({ id: id('a'), subject: 'Benches' });
  const later = letter({
    id: id('b'),
    subject: 'Re: Benches',
    replyTo: id('a'),
    date: day(5),
    body: 'More.',
  });
  await bringList(first);
  const { report, threads } = await bringList(first, later);
  expect(report).toMatchObject({ stored: { threads: 0, posts: 1, authors: 0 }, already: 1 });
  expect(threads.map(({ posts }) => posts.length)).toEqual([2]);
});

describe('a list that comes as a file a month', () => {
  const march = () => letter({ id: id('a'), subject: 'Benches', date: day(1), body: 'Asked.' });
  const answer = (name: string, date: number, more: Letter = {}) =>
    letter({
      id: id(name),
      subject: 'Re: Benches',
      from: ben,
      replyTo: id('a'),
      date: day(date),
      ...more,
    });

  it('goes on in the threads of the month before, by the same people', async () => {
    await bringList(march() + answer('b', 2, { body: 'One.' }));
    const { report, threads } = await bringList(
      answer('c', 9, { body: 'Three.', from: ben }),
      letter({ id: id('t'), subject: 'Trees', date: day(10), body: 'Trees.' }),
      answer('d', 8, { body: 'Two.', from: 'A. Ek <ada@example.org>', refs: [id('a'), id('b')] }),
    );
    expect(report.stored).toEqual({ threads: 1, posts: 3, authors: 0 });
    expect(
      threads.map(({ title, posts }) => [title, posts.map((p) => [p.text, p.author, p.quotes])]),
    ).toEqual([
      [
        'Benches',
        [
          ['Asked.', 'Ada Ek', null],
          ['One.', 'Ben Oyelaran', null],
          ['Two.', 'Ada Ek', 1],
          ['Three.', 'Ben Oyelaran', 1],
        ],
      ],
      ['Trees', [['Trees.', 'Ada Ek', null]]],
    ]);
  });

  it('changes nothing when a month comes again, alone or joined with the others', async () => {
    const [first, second] = [march(), answer('b', 9)];
    await bringFile(first);
    await bringFile(second);
    const before = await counted(t);
    expect(await bringFile(second)).toMatchObject({ already: 1, stored: { posts: 0 } });
    expect(await bringFile(second, first)).toMatchObject({
      already: 2,
      stored: { posts: 0 },
    });
    expect(await counted(t)).toEqual(before);
  });

  it('begins a thread of its own where the one before stands in another space, or is hidden', async () => {
    await bringList(march());
    const there = space;
    space = await t.make.aSpace();
    const { threads } = await bringList(answer('b', 9));
    expect(threads.map(({ title, posts }) => [title, posts.length])).toEqual([['Benches', 1]]);
    expect((await readSpace(t, there)).map(({ posts }) => posts.length)).toEqual([1]);
    await t.sql`update thread set state = 'hidden' where space_id = ${space.id}`;
    const next = await bringList(answer('c', 10, { replyTo: id('b') }));
    expect(next.threads.map(({ title, posts }) => [title, posts.length])).toEqual([['Benches', 1]]);
  });

  it('does not go on where more people would read it', async () => {
    await bringList(march());
    const file = await aFile('april.mbox', answer('b', 9));
    await bring(t, file, { format: 'mbox', space: space.slug, sharing: 'space' });
    expect((await readSpace(t, space)).map(({ posts }) => posts.length)).toEqual([1, 1]);
  });
});

it('what was told of a message is not told again when it is there already', async () => {
  const undated = letter({ id: id('a'), date: 'yesterday' });
  expect((await bringList(undated)).notes).toEqual({ 'no-date': 1 });
  expect((await bringList(undated)).notes).toEqual({});
});

it('what cannot be taken as it is, is told', async () => {
  const { report, notes, threads } = await bringList(
    letter({ id: id('a'), subject: '', body: 'Words without a title.' }),
    letter({ id: id('a'), body: 'The same again.' }),
    letter({ id: id('b'), headers: ['Auto-Submitted: auto-replied'], body: 'I am away.' }),
    letter({ id: id('c'), subject: 'From nobody', from: '', date: 'yesterday' }),
    letter({ id: id('d'), subject: 'Nothing', body: '' }),
    letter({ id: id('e'), subject: 'Tomorrow', date: 'Mon, 03 Mar 2999 10:00:00 +0000' }),
  );
  expect(threads.map(({ title }) => title).toSorted()).toEqual([
    'From nobody',
    'Tomorrow',
    'Words without a title.',
  ]);
  expect(notes).toMatchObject({
    empty: 1,
    twice: 1,
    automatic: 1,
    'no-title': 1,
    'no-author': 1,
    'no-date': 1,
    'future-date': 1,
  });
  const left = report.notes.filter((note) => note.left).reduce((sum, { count }) => sum + count, 0);
  expect(report.stored.posts + left).toBe(report.read['messages']);
});

it('a message of a million lines, a name that is a script and a circle of answers all come in', async () => {
  const long = letter({ id: id('a'), subject: 'Long', body: 'So it was.\n'.repeat(1_000_000) });
  const circle = ['x', 'y', 'z'].map((name, index, all) =>
    letter({
      id: id(name),
      subject: 'Round and round',
      replyTo: id(all.at(index - 1) ?? ''),
      from: '"<script>alert(1)</script>" <x@example.org>',
      date: day(index + 1),
    }),
  );
  const { notes, threads } = await bringList(long, ...circle);
  expect(notes).toMatchObject({ 'too-long': 1, cut: 1 });
  expect(threads.map(({ title, posts }) => [title, posts.length])).toEqual([
    ['Round and round', 3],
    ['Long', 20],
  ]);
  expect(threads[0]?.posts[0]?.author).toBe('<script>alert(1)</script>');
}, 60_000);

it('a byte-order mark hides no message, and what stands before the first is told', async () => {
  const marked = await bringList(`\uFEFF${letter({ id: id('a'), body: 'One.' })}`);
  expect([marked.report.stored.posts, marked.notes]).toEqual([1, {}]);
  const behind = await bringList(`Archive\n\n${letter({ id: id('b'), body: 'Two.' })}`);
  expect([behind.report.stored.posts, behind.notes]).toEqual([1, { loose: 1 }]);
});

it('a message that ends in the middle of its parts is told', async () => {
  const headers = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="x"'];
  const { notes } = await bringList(letter({ id: id('a'), headers, body: '--x\n\nHello th' }));
  expect(notes).toEqual({ 'cut-off': 1 });
});

describe('a message that is quoted above its answer', () => {
  const said = 'Who has roofs?\nWe need ten of them by June.\n\n-- \nAda, City of Aarhus';
  const asked = () => letter({ id: id('a'), subject: 'Roofs', date: day(1), body: said });
  const head = 'On Sat, 1 Mar 2014, Ada Ek <ada@example.org> wrote:\n';
  const quoted = (text: string) => text.replaceAll(/^/gm, '> ');
  const answer = (body: string, more: Letter = {}) =>
    letter({ id: id('b'), subject: 'Re: Roofs', replyTo: id('a'), date: day(2), body, ...more });
  const answered = async (...letters: string[]) => {
    const { threads } = await bringList(...letters);
    return threads[0]?.posts.map(({ text }) => text).slice(1);
  };

  it('whole is taken out, however its lines were broken, and so in the next answer', async () => {
    const wrapped = quoted(
      'Who has roofs? We need\nten of them by June.\n\n--\nAda, City of Aarhus',
    );
    const first = `${head}\n${wrapped}\n\nWe have them.`;
    const next = `Le 2 mars 2014, Ben a écrit :\n${quoted(first)}\n\nThanks.\n\n-- \nAda`;
    const more = { id: id('c'), replyTo: id('b'), date: day(3) };
    expect(await answered(asked(), answer(first, { from: ben }), answer(next, more))).toEqual([
      'We have them.',
      'Thanks.',
    ]);
  });

  it('keeps the files that were beside the answer', async () => {
    const headers = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="x"'];
    const file = 'Content-Type: application/pdf; name="plan.pdf"';
    const text = `--x\n\n${quoted(said)}\n\nHere.\n--x\n${file}\n\nJVBERi0=\n--x--`;
    expect(await answered(asked(), answer(text, { headers }))).toEqual(['Here.\n\n📎 `plan.pdf`']);
  });

  it.each([
    ['only some of it', `${head}${quoted('Who has roofs?')}\n\nWe.`],
    ['changed', `${head}${quoted(said.replace('ten', 'two'))}\n\nWe.`],
    ['behind words of their own', `I like this:\n${quoted(said)}\n\nWe.`],
    ['and nothing else', `${head}${quoted(said)}`],
  ])('stays when it is %s', async (_what, body) => {
    const [text] = (await answered(asked(), answer(body))) ?? [];
    expect(text).toContain('> Who has roofs?');
  });
});

it('signs that no text holds are taken out, and told', async () => {
  const { notes, threads } = await bringList(
    letter({ id: id('a'), body: 'One \0 two.' }),
    letter({ id: id('b'), subject: 'Nul\0 here', date: day(4) }),
    letter({ id: id('c'), from: '"A\0da" <a@example.org>', date: day(5) }),
  );
  expect(notes).toEqual({ nul: 3 });
  expect(JSON.stringify(threads)).not.toContain('\\u0000');
});

it('what is no file is told as what it is', async () => {
  const wish = { format: 'mbox', space: space.slug };
  const wrong = expect(bring(t, '/dev/null', wish)).rejects;
  await wrong.toThrow('/dev/null is neither a file nor a folder. Name the mbox file itself.');
});

it('a file without messages, and a folder, are told apart from an archive', async () => {
  await expect(bringList('Just a text.\n')).rejects.toThrow('There are no messages in');
  await expect(bring(t, '/tmp', { format: 'mbox', space: space.slug })).rejects.toThrow(
    'is a folder',
  );
});
