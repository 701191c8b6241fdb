import { expect, it } from 'vitest';
import { changedView, threadViewFrom } from './thread-view.ts';

it('reads what it knows from an address and leaves out the rest', () => {
  expect(
    threadViewFrom({ filter: 'unread', kind: 'question', theme: 'public-space', sort: 'created' }),
  ).toEqual({ filter: 'unread', kind: 'question', theme: 'public-space', sort: 'created' });
  expect(
    threadViewFrom({ filter: 'loud', kind: 3, theme: '<b>', sort: 'active', page: 2 }),
  ).toEqual({});
});

it('takes a part out of the address when it is no longer wanted', () => {
  const view = { filter: 'new', theme: 'youth' } as const;
  expect(changedView(view, { filter: undefined })).toEqual({ theme: 'youth' });
  expect(changedView(view, { sort: 'created' })).toEqual({ ...view, sort: 'created' });
});
