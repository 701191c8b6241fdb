import { expect, it } from 'vitest';
import type { OutboxEntry } from '../outbox/store.ts';
import { emptyDraft } from './content.ts';
import { draftOf, joined } from './take-back.ts';

const entry = { clientKey: 'a', member: 7, line: '', createdAt: 1, state: 'failed', faults: 0 };

it('makes a draft of a post again, with the passage it quotes', () => {
  const quote = { postId: 5, text: 'the café' };
  const input = { params: { id: 1 }, body: { body: 'Whose?', quote, draft: 't', clientKey: 'a' } };
  const post = { ...entry, route: 'createPost', input } as OutboxEntry;
  expect(draftOf(post)).toEqual({
    ...emptyDraft,
    body: 'Whose?',
    quotePostId: 5,
    quoteText: 'the café',
  });
});

it('makes a draft of a thread again, with all that was chosen for it', () => {
  const chosen = { kind: 'question', sharing: 'space' } as const;
  const written = {
    ...chosen,
    spaceId: 3,
    themes: ['youth'],
    title: 'Who has?',
    body: 'We have not.',
    language: 'en',
  };
  const input = { body: { ...written, draft: 't', clientKey: 'a' } };
  const thread = { ...entry, route: 'createThread', input } as OutboxEntry;
  expect(draftOf(thread)).toEqual({ ...emptyDraft, ...written });
});

it('lays two texts one below the other and loses no word', () => {
  const one = { ...emptyDraft, title: 'Who has?', body: 'We have not.', spaceId: 3 };
  const other = { ...emptyDraft, title: 'Who else?', body: 'Nobody.', spaceId: 4 };
  expect(joined(null, other)).toBe(other);
  expect(joined({ ...one, title: '', body: '' }, other)).toMatchObject({
    title: 'Who else?',
    body: 'Nobody.',
  });
  expect(joined(one, other)).toEqual({
    ...one,
    body: 'We have not.\n\nWho else?\n\nNobody.',
  });
});
