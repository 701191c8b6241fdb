import type { StoryThread } from '../story-types.ts';

export const voiceNotesInDialect: StoryThread = {
  key: 'voice-notes-in-dialect',
  space: 'online-harms',
  kind: 'question',
  title: 'Has any city set up a desk for rumours that travel as voice notes in a dialect?',
  language: 'en',
  sharing: 'network',
  themes: ['online-harms', 'crisis-communication', 'multi-agency'],
  author: 'rumana',
  asked: { daysAgo: 9, at: '11:10' },
  body: `Most of what worries people in our port wards is neither written nor in the official language. It is a **voice note of forty seconds in dialect**, passed on from a cousin to a cousin. Our communication team has two people, and neither of them understands it.

I am thinking of a small desk: four or five listeners from the wards, a few hours a day, to whom anybody may forward such a note.

- Has anyone done this with volunteers, and how did you protect them?
- Who decided what is answered?
- What did you do with the recordings afterwards?`,
  reactions: { talk: ['memunatu'] },
  posts: [],
};
