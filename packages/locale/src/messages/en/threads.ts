export default {
  kind: {
    question: 'Question',
    discussion: 'Discussion',
    practice: 'Practice',
    clinic: 'Clinic',
    announcement: 'Announcement',
  },
  kindMeans: {
    question: 'You want to know how other cities do it.',
    discussion: 'You want to think something through together.',
    announcement: 'You tell the space something; answers are possible.',
  },
  sharing: {
    network: 'Stays in the network',
    space: 'Stays in this space',
    chatham: 'Chatham House Rule',
  },
  sharingMeans: {
    network:
      'Every member may read this and quote it in other threads. Do not forward it, and do not name cases.',
    spaceOpen: 'Only those who have joined the space may read this. It cannot be quoted elsewhere.',
    space:
      'Only members of the space may read this. It cannot be quoted elsewhere, and mails carry a link only.',
    chatham: 'Those who may read it see what was said, not who said it.',
  },
  reaction: {
    useful: 'Useful to my city',
    tried: 'We tried this',
    talk: 'We want to talk',
  },
  synthesis: 'Synthesis',
  pinned: 'Pinned',
  locked: 'Locked',
  posts: '{count, plural, one {# post} other {# posts}}',
  cities: '{count, plural, one {# city} other {# cities}}',
  newPosts: '{count, plural, one {# new} other {# new}}',
  isNew: 'New to you',
  edited: 'edited',
  reply: 'Reply',
  quote: 'Quote',
  follow: {
    all: 'Following',
    mentions: 'Only mentions of you',
    muted: 'Muted',
  },
  editor: {
    tools: 'Text tools',
    mark: { bold: 'Bold', list: 'List', quote: 'Quotation', link: 'Link' },
    preview: 'Preview',
    previewEmpty: 'What you write appears here as others will see it.',
    mention: 'Members you can mention',
    mentioned: 'You mention:',
    nameCity: '{name} ({city})',
  },
};
