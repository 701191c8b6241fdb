import { line } from '@counterpart/contract';
import { cleanLine } from '@counterpart/text/direction';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

// The contract says what may be written, text what is stored of it; neither may import the other.
const title = line(40);
const isAccepted = (text: string) => title.safeParse(text).success;

it('each sign alone is accepted just when something of it is stored', () => {
  const apart: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const sign = String.fromCodePoint(code);
    if (isAccepted(sign) !== isAccepted(cleanLine(sign))) apart.push(code.toString(16));
  }
  expect(apart).toEqual([]);
}, 20_000);

const signs =
  'a م葛❤👩🏽1\u20E3\u0301\u0307\u0323\u031B\u0345\u1100\u1161\u11A8\u0600\u00A0\u2003\u0007';
const unseen = '\u200B\u200C\u200D\u034F\u2800\u3164\u180B\uFE0F\u{E0100}\u{E0041}\u00AD\u061C';
const grows = '\uFB2C\u0958\u2126\u0344\u1D15E';
const piece = fc.constantFrom(...Array.from(`${signs}${unseen}${grows}`));

it('what is accepted is stored as something that is accepted again, and no longer', () => {
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.array(piece, { maxLength: 45 }).map((pieces) => pieces.join('')) },
    fc.string({ unit: 'binary', maxLength: 45 }),
  );
  fc.assert(
    fc.property(text, (raw) => {
      if (isAccepted(raw)) expect(title.safeParse(cleanLine(raw)).error).toBeUndefined();
    }),
    { numRuns: 5_000 },
  );
}, 20_000);
