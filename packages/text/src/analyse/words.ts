/** Where a word stands in a text, in UTF-16 units, and how it is written there. */
export interface Word {
  start: number;
  end: number;
  text: string;
}

/** Letters and digits, with the marks and unseen signs between them. */
const run =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|['’ʼ＇](?=\p{L}))*/gu;

const apostrophe = /['’ʼ＇]/g;

/** French words that lose their end before a vowel: what follows is the word that is looked for. */
const elided = /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)['’ʼ＇](?=\p{L}{2})/iu;
/** What English puts behind a word: a possession or a shortened verb. */
const attached = /['’ʼ＇](?:s|re|ve|ll|d|m)$/iu;

/** A longer one is not a word; its beginning is kept. */
export const longestWord = 64;

/** The words of a text in their order. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: found, index } of text.matchAll(run)) {
    let start = index;
    let written = found;
    for (let part = elided.exec(written); part !== null; part = elided.exec(written)) {
      written = written.slice(part[0].length);
      start += part[0].length;
    }
    written = written.replace(attached, '');
    const end = start + written.length;
    yield { start, end, text: written.replaceAll(apostrophe, '').slice(0, longestWord) };
  }
}
