import { expect, it } from 'vitest';
import { emptyDraft, isBlank, isSame } from './content.ts';

it('calls a draft blank that holds no words', () => {
  expect(isBlank({ ...emptyDraft, title: ' ', spaceId: 3, quotePostId: 4 })).toBe(true);
  expect(isBlank({ ...emptyDraft, body: 'a' })).toBe(false);
});

it('knows the same content in another order', () => {
  const { body, ...rest } = { ...emptyDraft, body: 'a', themes: ['youth'] };
  expect(isSame({ ...rest, body }, { body, ...rest })).toBe(true);
  expect(isSame({ ...rest, body }, { ...rest, body, themes: [] })).toBe(false);
});
