import { limits, type ProblemCode } from '@counterpart/contract';
import type { ApiProblem } from '../../lib/problem.ts';
import type { FieldReason } from '../../lib/problem-text.ts';

export const askFields = [
  'title',
  'body',
  'space',
  'kind',
  'themes',
  'language',
  'sharing',
] as const;
export type AskField = (typeof askFields)[number];

/** A reason of the contract's, or `null` where the problem itself is the sentence. */
export interface Found {
  field: AskField;
  reason: FieldReason | 'space' | (string & {}) | null;
}

/** What would be refused, found before it is sent. */
export function mistakesIn(written: { title: string; body: string; hasSpace: boolean }): Found[] {
  const { title, body, hasSpace } = written;
  const found: Found[] = [];
  if (title.trim() === '') found.push({ field: 'title', reason: 'required' });
  if (title.length > limits.title) found.push({ field: 'title', reason: 'too-long' });
  if (body.trim() === '') found.push({ field: 'body', reason: 'required' });
  if (body.length > limits.postBody) found.push({ field: 'body', reason: 'too-long' });
  if (!hasSpace) found.push({ field: 'space', reason: 'space' });
  return found;
}

/** Where to look when the whole was refused rather than a field. */
const places: Partial<Record<ProblemCode, AskField>> = {
  'sharing-not-possible': 'sharing',
  'not-allowed': 'space',
  'not-found': 'space',
  'text-refused': 'body',
  'too-large': 'body',
};

function fieldOf(path: string): AskField {
  const [name] = path.split('.');
  return name === 'spaceId' ? 'space' : (askFields.find((field) => field === name) ?? 'title');
}

/** What the server refused, by field. */
export function refusalsIn({ code, fields }: ApiProblem): Found[] {
  if (fields.length === 0) return [{ field: places[code] ?? 'title', reason: null }];
  return fields.map(({ path, reason }) => ({ field: fieldOf(path), reason }));
}
