/** Numbers that look random and are the same for the same seed; good enough for millions of them (sfc32). */
export function createChance(seed: number) {
  let [a, b, c, count] = [0x9e3779b9, 0x243f6a88, 0xb7e15162 ^ seed, 1];

  function word(): number {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }
  for (let n = 0; n < 16; n += 1) word();

  const share = () => word() / 2 ** 32;
  const below = (most: number) => Math.floor(share() * most);
  return {
    /** From 0 up to, but not, 1. */
    share,
    /** A whole number from 0 up to, but not, `most`. */
    below,
    /** True in this share of cases. */
    happens: (often: number) => share() < often,
    /** An id as the application draws them: a whole number from 1 to 2^53 − 1. */
    id: () => (word() & 0x1fffff) * 2 ** 32 + word() || 1,
    /** One of these; throws when there is none. */
    oneOf<T>(things: readonly T[]): T {
      const thing = things[below(things.length)];
      if (thing === undefined) throw new Error('There is nothing to choose from.');
      return thing;
    },
    /** So many bytes. */
    bytes: (length: number) => Uint8Array.from({ length }, () => word() & 0xff),
  };
}

export type Chance = ReturnType<typeof createChance>;
