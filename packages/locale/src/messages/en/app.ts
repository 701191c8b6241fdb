export default {
  name: 'Counterpart',
  tagline: 'The forum in which cities learn from each other',
  pageTitle: '{page} · Counterpart',
  skip: 'Skip to the content',
  nav: {
    label: 'Main',
    home: 'Home',
    spaces: 'Spaces',
    ask: 'Ask',
    askShort: 'Ask',
    threads: 'Threads',
    search: 'Search',
    saved: 'Saved',
    you: 'You',
    yourSpaces: 'Your spaces',
    signIn: 'Sign in',
    withUnread:
      '{name}, {count, plural, one {# thread with something new} other {# threads with something new}}',
    context: 'Context',
  },
  status: {
    label: 'Connection',
    connecting: 'Connecting…',
    offline: 'Offline',
    offlineWaiting:
      '{count, plural, one {Offline, # post waiting to be sent} other {Offline, # posts waiting to be sent}}',
    notSent: '{count, plural, one {# post could not be sent} other {# posts could not be sent}}',
    current: 'Up to date again',
  },
  newVersion: {
    text: 'There is a newer version of these pages. What you have typed is kept.',
    reload: 'Load it now',
  },
  signedOut: {
    text: 'You were signed out. What you have typed is kept on this page.',
    signIn: 'Sign in again',
    page: 'Go to the sign-in page instead',
  },
  withoutScripts:
    'Threads can be read without scripts, from their own address. To sign in, to write and for everything else, allow scripts for this site.',
  notFound: {
    title: 'This page is not here',
    text: 'The address may be wrong, or what was here may have moved to a place you cannot see.',
    home: 'Go to the home page',
  },
  away: {
    title: 'There is no connection',
    text: 'This page cannot be loaded at the moment. It opens by itself as soon as there is a connection. What you have typed is kept, and what waits is then sent.',
  },
  crash: {
    title: 'This page could not be shown',
    text: 'The fault is ours, not yours. What you have typed is kept. Try once more; if it happens again, tell your secretariat.',
  },
};
