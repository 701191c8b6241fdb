import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText, directionOf, textProblem } from './direction.ts';

test('the first strong character decides the direction', () => {
  expect(directionOf('How do we start?')).toBe('ltr');
  expect(directionOf('« 2024 : où en êtes-vous ? »')).toBe('ltr');
  expect(directionOf('(2024) مرحبا Strong Cities')).toBe('rtl');
  expect(directionOf('שלום')).toBe('rtl');
  expect(directionOf('ދިވެހި')).toBe('rtl');
  expect(directionOf('城市')).toBe('ltr');
  expect(directionOf('١٢٣ 100% — !')).toBeNull();
  expect(directionOf('')).toBeNull();
});

test('a title becomes one clean line', () => {
  expect(cleanLine('  Que\tfaire\r\n\u2028 demain ?\u00A0 ')).toBe('Que faire demain ?');
  expect(cleanLine('e\u0301te\u0301')).toBe('été');
  expect(cleanLine('a\0\u0007b')).toBe('ab');
});

test('a space that does not break keeps a French sign with its word', () => {
  expect(cleanLine('Que faire\u202F? Rien\u00A0: attendre')).toBe(
    'Que faire\u202F? Rien\u00A0: attendre',
  );
  expect(cleanLine('Que faire \u00A0 ?')).toBe('Que faire ?');
});

test('nothing unseen stays in a name', () => {
  for (const code of [
    0x200b, 0x200e, 0x200f, 0x2060, 0xfeff, 0x00ad, 0x061c, 0x3164, 0x2800, 0xe0041, 0x202a, 0x202b,
    0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x034f, 0x17b4, 0x180b, 0x180f, 0xfff0,
    0x1bca0, 0x1d159, 0x1d173, 0x13441, 0x13442, 0x16fe4, 0xe0080, 0xe01f0,
  ]) {
    expect(cleanLine(`Ma${String.fromCodePoint(code)}ir`), code.toString(16)).toBe('Mair');
  }
  expect(cleanLine('\u200B\u3164\u2800')).toBe('');
});

test('a variation selector stays only with the sign that it changes', () => {
  const written = '❤\uFE0F 1\uFE0F\u20E3 葛\u{E0100} 👩\uFE0F\u200D🚒';
  expect(cleanLine(written)).toBe(written);
  expect(cleanLine('\uFE0FMa\uFE0Fir\uFE00 ❤\uFE0F\uFE0E 1\uFE0F2\u{E0100}')).toBe(
    'Mair ❤\uFE0F 12',
  );
  expect(cleanLine('\uFE0F\u{E0100}')).toBe('');
});

test('joiners stay only where they join', () => {
  const persian = 'می\u200Cخواهم';
  expect(cleanLine(persian)).toBe(persian);
  const sinhala = 'ශ්\u200Dරී';
  expect(cleanLine(sinhala)).toBe(sinhala);
  const firefighter = '👩🏽\u200D🚒';
  expect(cleanLine(firefighter)).toBe(firefighter);
  expect(cleanLine('\u200Dadmin\u200C 1\u200D2')).toBe('admin 12');
});

test('cleaning a line twice changes nothing', () => {
  const piece = fc.constantFrom(
    '\u200C',
    '\u200D',
    '\u200B',
    '\u202E',
    '\u034F',
    ' ',
    '\n',
    '\u00A0',
    '\u0301',
    'e',
    'م',
    '👩',
    '🏽',
    '\u{E0041}',
    '\u1160',
    '\uFE0F',
    '1',
    '\u20E3',
    '葛',
    '\u{E0100}',
    '\u2126',
    '\u0344',
    '\u037E',
    '\uFEFF',
    '\0',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((p) => p.join('')),
  );
  fc.assert(
    fc.property(text, (raw) => {
      const once = cleanLine(raw);
      expect(cleanLine(once)).toBe(once);
      expect(once).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\n\p{Cc}]/u);
    }),
    { numRuns: 2000 },
  );
}, 20_000);

test('a body keeps what was written but for line ends and direction controls', () => {
  expect(cleanText('a\r\nb\rc\u2028d\n\n\te  f\u200F')).toBe('a\nb\nc\nd\n\n\te  f\u200F');
  expect(cleanText('شكرا\u202E \u2066x\u2069')).toBe('شكرا x');
});

test('what no store can take is named', () => {
  expect(textProblem('a\0b')).toBe('nul');
  expect(textProblem('a\uD83D')).toBe('unpaired-surrogate');
  expect(textProblem('\uDE00a')).toBe('unpaired-surrogate');
  expect(textProblem('مدينة 😀 été')).toBeNull();
});
