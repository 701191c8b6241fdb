import { describe, expect, it } from 'vitest';
import { aFile, letter } from '../testing/mbox.ts';
import { type RawMessage, splitMbox } from './split.ts';

async function split(content: string | Buffer): Promise<RawMessage[]> {
  const found: RawMessage[] = [];
  for await (const message of splitMbox(await aFile('list.mbox', content))) found.push(message);
  return found;
}

const textOf = ({ content }: RawMessage) => content.toString();

describe('what begins a message', () => {
  it('is a line with the word, a date, and a header behind it', async () => {
    const messages = await split(letter({ body: 'One.' }) + letter({ body: 'Two.' }));
    expect(messages.map(textOf).map((text) => /One|Two/.exec(text)?.[0])).toEqual(['One', 'Two']);
    expect(messages[0]?.envelope).toBe('Mon Mar  3 10:00:00 2014');
  });

  it.each([
    ['a sentence', 'From there we went on.\n'],
    ['a sentence that says when', 'From then, in 2014, we went on.\n'],
    ['a sentence behind an empty line', 'So.\n\nFrom May 2014 on it was so.\nAnd it stayed so.\n'],
    ['a sentence at the very end', 'So.\n\nFrom May 2014'],
  ])('is not %s', async (_what, body) => {
    const messages = await split(letter({ body }));
    expect(messages).toHaveLength(1);
    expect(messages.map(textOf).join('')).toContain(body.trim());
  });

  it('is found in a file with the line ends of Windows, and without a last one', async () => {
    const text = (letter({ body: 'One.' }) + letter({ body: 'Two.' })).replaceAll('\n', '\r\n');
    expect(await split(text.trimEnd())).toHaveLength(2);
  });
});

it('gives a line back that was changed when it was stored', async () => {
  const [message] = await split(letter({ body: '>From there.\n>>From here.\n> From afar.' }));
  expect(message && textOf(message)).toContain('\nFrom there.\n>From here.\n> From afar.\n');
});

it('tells nothing of what stands before the first message, or of a file without any', async () => {
  expect(await split(`Archive of a list\n\n${letter({ body: 'One.' })}`)).toHaveLength(1);
  expect(await split('Just a text.\n'.repeat(100))).toEqual([]);
  expect(await split('')).toEqual([]);
  expect(await split(Buffer.alloc(3_000_000, 0))).toEqual([]);
});

it('reads a message of a million lines, and of one line without an end', async () => {
  const [many] = await split(letter({ body: 'So.\n'.repeat(1_000_000) }));
  expect([many?.cut, many && many.content.length > 4_000_000]).toEqual([false, true]);
  const [long] = await split(letter({ body: 'x'.repeat(5_000_000) }));
  expect([long?.cut, long && long.content.length > 5_000_000]).toEqual([false, true]);
});

it('reads the beginning of a message that is too large, and the next one whole', async () => {
  const large = letter({ body: 'So it was.\n'.repeat(3_200_000) });
  const [first, second] = await split(large + letter({ body: 'Two.' }));
  expect(first?.cut).toBe(true);
  expect(first?.content.length).toBeLessThanOrEqual(32 * 2 ** 20);
  expect([second?.cut, second && textOf(second).includes('Two.')]).toEqual([false, true]);
});
