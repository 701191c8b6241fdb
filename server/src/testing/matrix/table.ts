import type { ProblemCode } from '@counterpart/contract';

export const actors = [
  'signedOut',
  'suspended',
  'outsider',
  'joined',
  'author',
  'facilitator',
  'moderator',
  'admin',
] as const;
export type MatrixActor = (typeof actors)[number];

/** y: it is done. The others are refusals. */
const meanings = {
  y: 'done',
  s: 'signed-out',
  '.': 'not-found',
  n: 'not-allowed',
  l: 'thread-locked',
} as const satisfies Record<string, ProblemCode | 'done'>;

export type Verdict = (typeof meanings)[keyof typeof meanings];

export interface Cell {
  actor: MatrixActor;
  place: string;
  verdict: Verdict;
}

/**
 * Reads a truth table: a line of places, then a line for each actor with one sign a place. Who is
 * signed out or suspended gets `s` everywhere unless the table says otherwise.
 */
export function readTable(text: string): Cell[] {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const written = new Map(lines.map(([actor = '', ...signs]) => [actor, signs]));
  const unknown = [...written.keys()].filter((name) => !actors.some((actor) => actor === name));
  if (unknown.length > 0) throw new Error(`There is no actor ${unknown.join(', ')}`);
  return actors.flatMap((actor) => {
    const outside = actor === 'signedOut' || actor === 'suspended';
    const signs = written.get(actor) ?? (outside ? head.map(() => 's') : []);
    if (signs.length !== head.length) throw new Error(`${actor} has ${signs.length} signs`);
    return head.map((place, index): Cell => {
      const sign = signs[index] ?? '';
      if (!(sign in meanings)) throw new Error(`${sign} means nothing`);
      return { actor, place, verdict: meanings[sign as keyof typeof meanings] };
    });
  });
}
