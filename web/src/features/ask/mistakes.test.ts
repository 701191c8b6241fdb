import { limits } from '@counterpart/contract';
import { expect, it } from 'vitest';
import { ApiProblem } from '../../lib/problem.ts';
import { mistakesIn, refusalsIn } from './mistakes.ts';

function problem(code: 'invalid-request' | 'sharing-not-possible', paths: string[] = []) {
  const fields = paths.map((path) => ({ path, reason: 'too-long' }));
  return new ApiProblem({ type: '', title: '', status: 400, code, requestId: '', fields });
}

it('finds what is missing before it is sent', () => {
  expect(mistakesIn({ title: ' ', body: '', hasSpace: false }).map(({ field }) => field)).toEqual([
    'title',
    'body',
    'space',
  ]);
  expect(mistakesIn({ title: 'How?', body: 'So.', hasSpace: true })).toEqual([]);
  const long = { title: 'x'.repeat(limits.title + 1), body: 'So.', hasSpace: true };
  expect(mistakesIn(long)).toEqual([{ field: 'title', reason: 'too-long' }]);
});

it('leads from a refusal to the field it is about', () => {
  expect(refusalsIn(problem('invalid-request', ['themes.2', 'spaceId']))).toEqual([
    { field: 'themes', reason: 'too-long' },
    { field: 'space', reason: 'too-long' },
  ]);
  expect(refusalsIn(problem('sharing-not-possible'))).toEqual([{ field: 'sharing', reason: null }]);
});
