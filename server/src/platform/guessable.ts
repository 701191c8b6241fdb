import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** A good beginning of this length is enough, and a longer one takes long to judge. */
const judged = 64;
/** Of 4: only what withstands ten thousand million guesses. */
const least = 4;

/** Knows 49,000 passwords from leaks; made when it is first asked for, since that takes a moment. */
let judge: ZxcvbnFactory | undefined;

/**
 * Whether a password is among the first that are tried: known from a leak or like one, a row of keys, a
 * repetition, or made of what everybody knows of its owner.
 */
export function isGuessable(
  password: string,
  { email, name }: { email: string; name: string },
): boolean {
  const folded = password.toLowerCase();
  const local = email.split('@')[0]?.toLowerCase() ?? '';
  if (folded.includes('counterpart') || (local.length > 3 && folded.includes(local))) return true;
  judge ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const known = [local, ...name.toLowerCase().split(/\s+/)];
  return judge.check(folded.slice(0, judged), known).score < least;
}
