export default {
  couldAnswer: 'Could you answer?',
  following: 'New in what you follow',
  because: {
    theme: 'on a theme of yours',
    language: 'in a language you read',
    region: 'from your region',
    unanswered: 'nobody has answered yet',
  },
  saved: {
    title: 'Saved',
    empty: 'Nothing saved yet. Choose “Save” below a post to keep it here, for yourself alone.',
    note: 'Your note',
  },
};
