// One letter for letters that people take for the same, so that a word is found however it is typed.

/** Letters that do not come apart into a plain one and a mark. */
const latin = 'œ oe,æ ae,ß ss,ø o,ł l,đ d,ı i,þ th,ð d';
/** As it is written with care or without, and the letters of Persian and Urdu keyboards. */
const arabic = 'ٱ ا,ى ي,ی ي,ے ي,ک ك,ة ه,ھ ه,ہ ه,ە ه,ء ';
const plain: Record<string, string> = Object.fromEntries(
  `${latin},${arabic}`.split(',').map((pair) => pair.split(' ')),
);
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/** Accents and vowel signs, the line that stretches a word, and signs that nobody sees. */
const unseen = /[^\p{L}\p{N}]|\u0640/gu;

/** Digits of every script that counts by tens, as ASCII. */
const digit = /\p{Nd}/gu;

function asciiDigit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 128) return sign;
  // In Unicode the ten digits of a script stand together, zero first.
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

const usual = /^[a-z0-9]+$/;

/**
 * A word as everybody would type it who does not care about accents, vowel signs, forms of a letter or
 * digits: small letters without marks. Nothing when it was made of marks alone.
 */
export function fold(word: string): string {
  if (usual.test(word)) return word;
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(unseen, '')
    .replace(special, (letter) => plain[letter] ?? letter)
    .replace(digit, asciiDigit);
}
