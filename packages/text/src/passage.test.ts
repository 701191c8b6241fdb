import { describe, expect, it } from 'vitest';
import { fillMentions } from './mentions.ts';
import { holdsPassage } from './passage.ts';
import { renderPost } from './render.ts';

const { html } = renderPost(
  'We **trained** forty\nyouth workers, see [the plan](https://x.example).\n\n- شبكة محلية\n- @member:5 asked\n\nIt did *not* close. 5 & <6>',
);
const shown = fillMentions(html, () => ({ text: 'Amina Dahir', href: '/members/5' }));

describe.each([
  ['stored', html],
  ['shown', shown],
])('a post as it is %s', (_, text) => {
  it.each([
    'trained forty youth',
    '  forty\n youth workers, ',
    'the plan',
    'شبكة محلية',
    'plan.\nشبكة',
    'not close.',
    '5 & <6>',
  ])('holds %j', (passage) => {
    expect(holdsPassage(text, passage)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '🤮',
    '!!!',
    '…',
    'trained fifty',
    'did not 🙂 close',
    'did close',
    'Amina Dahir',
    'Amina',
    '\uFFFC',
    'https://x.example',
  ])('does not hold %j', (passage) => {
    expect(holdsPassage(text, passage)).toBe(false);
  });
});
