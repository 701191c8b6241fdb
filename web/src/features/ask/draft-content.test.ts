import type { SpaceView } from '@counterpart/contract';
import { expect, it } from 'vitest';
import { emptyDraft } from '../../lib/drafts/content.ts';
import { completed } from './draft-content.ts';

const names = { en: 'Youth', fr: 'Jeunesse', ar: 'الشباب' };
const space: SpaceView = {
  id: 1,
  slug: 'youth',
  names,
  purpose: names,
  access: 'open',
  joined: true,
  requested: false,
  unread: 0,
  sharing: ['network', 'space'],
  can: ['start', 'leave'],
};

it('recognises the language of the text until the writer says otherwise', () => {
  const written = { ...emptyDraft, title: 'Comment parler aux familles sans les exposer ?' };
  expect(completed(written, space, 'en')).toMatchObject({ language: 'fr', isGuess: true });
  expect(completed(emptyDraft, space, 'ar').language).toBe('ar');
  expect(completed({ ...written, language: 'sq' }, space, 'en')).toMatchObject({
    language: 'sq',
    isGuess: false,
  });
});

it('offers no label and no kind that the space does not', () => {
  const closed: SpaceView = { ...space, access: 'restricted', sharing: ['space'] };
  const draft = { ...emptyDraft, sharing: 'network', kind: 'announcement' } as const;
  expect(completed(draft, closed, 'en')).toMatchObject({ sharing: 'space', kind: 'question' });
  expect(completed(draft, { ...space, can: ['start', 'announce'] }, 'en')).toMatchObject({
    sharing: 'network',
    kind: 'announcement',
  });
});
