import { describe, expect, it } from 'vitest';
import { type Letter, letter } from '../testing/mbox.ts';
import { readMail } from './mail.ts';

function read(content: Buffer) {
  return readMail({ envelope: 'Mon Mar  3 10:00:00 2014', content, cut: false });
}

/** Without the line before the message, which belongs to the file. */
function bytesOf(options: Letter, encoding: BufferEncoding = 'utf8'): Buffer {
  const text = letter(options);
  return Buffer.from(text.slice(text.indexOf('\n') + 1), encoding);
}

const readLetter = (options: Letter) => read(bytesOf(options));

it('reads who wrote what, when, and what it answers', async () => {
  const mail = await readLetter({
    id: 'b@example.org',
    refs: ['root@example.org'],
    replyTo: 'a@example.org',
    subject: '=?utf-8?B?2KfZhNmF2YLYp9i52K8=?=',
    from: '=?iso-8859-1?Q?S=F8ren?= <Soren@Example.org>',
    body: 'Hello *there*.\n\n-- \nSøren, City of Aarhus',
  });
  expect(mail).toEqual({
    id: 'b@example.org',
    refs: ['root@example.org', 'a@example.org'],
    subject: 'المقاعد',
    author: { name: 'Søren', address: 'soren@example.org' },
    at: Date.UTC(2014, 2, 3, 10),
    isEnvelopeDate: false,
    body: 'Hello *there*.',
    words: expect.stringMatching(/^[0-9a-f]{64}$/),
    above: null,
    files: [],
    isCutOff: false,
    hasNul: false,
    isAutomatic: false,
  });
});

describe('who wrote it', () => {
  it.each([
    ['ada at example.org (Ada Ek)', 'Ada Ek', 'ada@example.org'],
    ['ada at example.org (=?utf-8?Q?S=C3=B8ren_Ek?=)', 'Søren Ek', 'ada@example.org'],
    ['ada at example.org (Ek, "Ada")', 'Ek, Ada', 'ada@example.org'],
    ['ada at example.org', 'ada', 'ada@example.org'],
    ['ada@example.org', 'ada', 'ada@example.org'],
    ['"Ek, Ada" <ada@example.org>', 'Ek, Ada', 'ada@example.org'],
    ['<b>Ada</b> <ada@example.org>', 'Ada /b ada', 'ada@example.org'],
    [`"'dora@x.example' via List" <list@x.example>`, "'dora' via List", 'list@x.example'],
    ['"dora at x.example" <d@x.example>', 'dora', 'd@x.example'],
    ['"dora [at] x [dot] example" <d@x.example>', 'dora', 'd@x.example'],
    ['"Ada @ City" <a@x.example>', 'Ada @ City', 'a@x.example'],
    ['', null, ''],
  ])('is found in %j', async (from, name, address) => {
    expect((await readLetter({ from })).author).toEqual({ name, address });
  });
});

describe('when', () => {
  it('is taken from the line before a message that does not tell', async () => {
    for (const date of [null, 'yesterday', 'Mon, 99 Foo 2014', '-000100-01-01T00:00:00Z']) {
      const mail = await readLetter({ date });
      expect([mail.at, mail.isEnvelopeDate]).toEqual([Date.UTC(2014, 2, 3, 10), true]);
    }
  });

  it('is not known when neither tells', async () => {
    const mail = await readMail({ envelope: '', content: bytesOf({ date: null }), cut: false });
    expect(mail.at).toBeNull();
  });
});

describe('letters', () => {
  it('that nobody named are those of UTF-8 when they can be, else of Windows', async () => {
    const options = { subject: 'Café', body: 'Crème “brûlée”' };
    expect(await readLetter(options)).toMatchObject(options);
    const windows = bytesOf(
      { subject: 'Café', body: 'Cr\u00E8me \u0093br\u00FBl\u00E9e\u0094' },
      'latin1',
    );
    expect(await read(windows)).toMatchObject(options);
  });

  it('that were named wrongly still give a text', async () => {
    const headers = ['Content-Type: text/plain; charset=klingon-8'];
    const { body } = await readLetter({ headers, body: 'Plain words.' });
    expect(body).toBe('Plain words.');
  });

  it('in base64 and quoted lines of any alphabet are read', async () => {
    const headers = [
      'Content-Type: text/plain; charset=windows-1256',
      'Content-Transfer-Encoding: base64',
    ];
    const { body } = await readLetter({
      headers,
      body: Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7]).toString('base64'),
    });
    expect(body).toBe('مرحبا');
  });
});

const inParts = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="x"'];

it('takes the words of HTML alone, and names the files beside', async () => {
  const body = [
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hello <b>there</b><script>alert(1)</script></p>',
    '--x',
    'Content-Type: application/pdf; name="plan `a`.pdf"',
    'Content-Disposition: attachment; filename="plan `a`.pdf"',
    '',
    'JVBERi0=',
    '--x--',
  ].join('\n');
  const mail = await readLetter({ headers: inParts, body });
  expect(mail.files).toEqual(['plan a .pdf']);
  expect(mail.body).toBe('Hello **there**\n\n📎 `plan a .pdf`');
});

it('reads what is there of a message that was cut in the middle of its parts', async () => {
  const mail = await readLetter({ headers: inParts, body: '--x\n\nHello there.' });
  expect([mail.body, mail.isCutOff]).toEqual(['Hello there.', true]);
  const whole = await readLetter({ headers: inParts, body: '--x\n\nHello there.\n--x--' });
  expect(whole.isCutOff).toBe(false);
});

it('knows a text in base64 that was cut off', async () => {
  const headers = ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'];
  const coded = Buffer.from('Hello there.').toString('base64');
  expect((await readLetter({ headers, body: coded })).isCutOff).toBe(false);
  expect((await readLetter({ headers, body: coded.slice(0, -3) })).isCutOff).toBe(true);
});

it('leaves out what stood in the message it answers', async () => {
  const body = 'I agree.\n\nOn 3 March 2014, Ada wrote:\n> Benches.\n> More.';
  expect((await readLetter({ body })).body).toBe('I agree.');
});

it('keeps who is quoted between the lines, and not their address', async () => {
  const body =
    'On 3 March, "Ada" <ada@example.org> wrote:\n\n> Benches?\n\nWrite to bo@example.org.\n\n> Trees?\n\nNo.';
  const shown = (await readLetter({ body })).body;
  expect(shown).toContain('"Ada" wrote:');
  expect(shown).toContain('Write to bo@example.org.');
  expect(shown).not.toContain('ada@example.org');
});

it.each([
  [['Auto-Submitted: auto-replied'], 'ada@example.org', true],
  [['Auto-Submitted: no'], 'ada@example.org', false],
  [[], 'MAILER-DAEMON@example.org', true],
  [[], 'ada@example.org', false],
])('knows what was sent by a machine: %j from %s', async (headers, from, isAutomatic) => {
  expect((await readLetter({ headers, from })).isAutomatic).toBe(isAutomatic);
});

it('knows a message without an identifier by its content', async () => {
  const [one, again, other] = await Promise.all(
    ['One.', 'One.', 'Two.'].map((body) => readLetter({ body })),
  );
  expect(one?.id).toBe(again?.id);
  expect(one?.id).not.toBe(other?.id);
});
