import { expect, it } from 'vitest';
import { failureOf, unexpected } from './failure.ts';

it('says why, and nothing of what was written', () => {
  const cause = Object.assign(new Error('date out of range: "secret"'), { code: '22008' });
  const error = new Error('Failed query: insert into post\nparams: secret', { cause });
  expect(failureOf(error)).toBe('a value that the database cannot hold (22008)');
  expect(unexpected(error)).not.toContain('secret');
  expect(failureOf(new TypeError('secret'))).toBe('TypeError');
  expect(unexpected(new Error('No such file'))).toBe('Error: No such file');
});
