import { webcrypto } from 'node:crypto';

/** A new id: a random whole number from 1 to 2^53 − 1, so that it tells neither time nor count. */
export function newId(): number {
  const words = webcrypto.getRandomValues(new Uint32Array(2));
  const high = (words[0] ?? 0) & 0x1fffff;
  return high * 2 ** 32 + (words[1] ?? 0) || newId();
}
