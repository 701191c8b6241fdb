export default {
  access: {
    open: 'Open',
    restricted: 'Restricted',
    private: 'Private',
  },
  accessMeans: {
    open: 'Every member may read and join.',
    restricted: 'A facilitator admits those who ask.',
    private: 'By invitation. Others do not know that it exists.',
  },
  join: 'Join',
  request: 'Ask to be admitted',
  requested: 'You have asked to be admitted',
  leave: 'Leave',
  joined: 'You are in this space',
  threads: '{count, plural, =0 {no threads yet} one {# thread} other {# threads}}',
  unread: '{count, plural, one {# with news} other {# with news}}',
};
