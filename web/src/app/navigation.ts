/** Where one can go from everywhere; a narrow page has room for five of them. */
export const places = {
  home: { to: '/', exact: true },
  search: { to: '/search', exact: true },
  spaces: { to: '/spaces', exact: false },
  ask: { to: '/ask', exact: true },
  threads: { to: '/threads', exact: false },
  saved: { to: '/saved', exact: true },
  you: { to: '/you', exact: true },
} as const;

export const wide = ['home', 'search', 'spaces', 'threads', 'saved', 'you'] as const;
export const narrow = ['home', 'search', 'ask', 'spaces', 'you'] as const;
