import { expect, test } from 'vitest';
import { quotationAbove, writtenPart } from './reply.ts';

const quoted = '> What did you do?\n>\n> Amina';

test.each([
  ['On Tue, 3 Mar 2026 at 10:12, Amina Dahir <amina@city.example> wrote:'],
  ['On Tue, 3 Mar 2026 at 10:12, Amina Dahir\n<amina@city.example> wrote:'],
  ['Le mar. 3 mars 2026 à 10:12, Amina Dahir <amina@city.example> a écrit :'],
  ['Le 3 mars 2026 à 10:12, Amina Dahir\n<amina@city.example> a écrit :'],
  ['في ثلاثاء، 3 مارس 2026 في 10:12 ص كتب Amina Dahir <amina@city.example>:'],
  ['Am 03.03.26 um 10:12 schrieb Amina Dahir:'],
  ['El mar, 3 mar 2026 a las 10:12, Amina Dahir escribió:'],
])('what is quoted below "%s" is not what was written', (attribution) => {
  expect(writtenPart(`We began with chairs.\n\nMarta\n\n${attribution}\n\n${quoted}\n`)).toBe(
    'We began with chairs.\n\nMarta',
  );
});

test.each([
  ['-----Original Message-----\nFrom: Amina\nSent: Tuesday\nTo: Marta\n\nWhat did you do?'],
  ['-----Message d’origine-----\nDe : Amina\n\nQu’avez-vous fait ?'],
  [
    'From: Amina Dahir <amina@city.example>\nSent: Tuesday, March 3\nTo: Marta\nSubject: Re: x\n\nWhat?',
  ],
  ['De : Amina Dahir\nEnvoyé : mardi 3 mars\nÀ : Marta\nObjet : Re: x\n\nQuoi ?'],
  ['من: Amina Dahir\nتم الإرسال: الثلاثاء\nإلى: Marta\nالموضوع: رد\n\nماذا؟'],
])('nor what stands below the head of another mail', (head) => {
  expect(writtenPart(`We began with chairs.\n\n${head}\n`)).toBe('We began with chairs.');
});

test.each([
  ['-- \nMarta Lindqvist\nCity of Gothenburg'],
  ['--\nMarta'],
  ['Sent from my iPhone'],
  ['Envoyé de mon téléphone'],
  ['أُرسل من هاتفي'],
  [
    '_______________________________________________\nPrevention mailing list\nprevention@lists.example',
  ],
])('nor a signature or what a list adds: %s', (foot) => {
  expect(writtenPart(`We began with chairs.\n\n${foot}\n`)).toBe('We began with chairs.');
});

test('a quotation that the writer answers line by line stays', () => {
  const mail = '> Who paid?\n\nThe district.\n\n> And the café?\n\nItself.';
  expect(writtenPart(mail)).toBe(mail);
});

test('words that only look like an announcement stay', () => {
  const mail =
    'From: the river\nTo: the sea\nthat is our trail.\n\nOn Monday the mayor wrote:\n"Come."';
  expect(writtenPart(mail)).toBe(mail);
});

test('a mail that is nothing but a quotation or a signature stays as it is', () => {
  expect(writtenPart(quoted)).toBe(quoted);
  expect(writtenPart('-- \nMarta')).toBe('-- \nMarta');
});

test.each([
  ['> Who paid?\n>\n>> And when?\n\nThe district.\n\n> How?\n\nIn time.'],
  [
    'On Tue, 3 Mar 2026, Amina\nDahir wrote:\n\n> Who paid?\n\n>> And when?\nThe district.\n\n> How?\n\nIn time.',
  ],
])('a quotation above all that was written is told apart from it: %j', (mail) => {
  expect(quotationAbove(mail)).toEqual({
    quoted: 'Who paid?\n\n> And when?',
    written: 'The district.\n\n> How?\n\nIn time.',
  });
});

test.each(['', 'The district.', 'So:\n> Who paid?\n\nThe district.', quoted, '>\n\n> \nYes.'])(
  'there is none above %j',
  (mail) => {
    expect(quotationAbove(mail)).toBeNull();
  },
);

test('a very long mail is read to its end', () => {
  const body = 'On and on she wrote: a line that never ends\n'.repeat(100_000).trim();
  expect(writtenPart(`${body}\n\n-- \nMarta`)).toBe(body);
});

test('reads very many lines, whatever stands on them', () => {
  for (const lines of [
    'So it was.\n',
    '> So it was.\nYes.\n',
    '>\n',
    '-- \n',
    'On 3 March 2014, Ada\n',
  ]) {
    expect(() => writtenPart(lines.repeat(200_000))).not.toThrow();
    expect(() => quotationAbove(`> a\n${lines.repeat(200_000)}`)).not.toThrow();
  }
}, 30_000);
