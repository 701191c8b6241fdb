export default {
  title: 'Spaces',
  intro:
    'A space is a room for threads on one subject. What is new in the spaces you have joined is counted beside their names.',
  yours: 'Spaces you have joined',
  noneYours:
    'You have not joined a space yet. Choose one below: you can leave it again at any time.',
  others: 'Other spaces',
  access: {
    open: 'Open',
    restricted: 'Restricted',
    private: 'Private',
  },
  accessMeans: {
    open: 'Every member may join, and may read what stays in the network. What stays in this space is for those who have joined.',
    restricted: 'Only those who have been admitted read here. A facilitator admits those who ask.',
    private:
      'By invitation. Only those who are in it read here, and others do not know that it exists.',
  },
  whoReads: 'Who reads here',
  join: 'Join',
  joinNamed: 'Join {name}',
  request: 'Ask to be admitted',
  requestNamed: 'Ask to be admitted to {name}',
  requested: 'You have asked to be admitted',
  withdraw: 'Take the request back',
  leave: 'Leave',
  leaveNamed: 'Leave {name}',
  leaveQuestion:
    'You would need to be admitted again to come back, and can no longer read the threads here.',
  nowJoined: 'You have joined {name}.',
  nowRequested: 'You have asked to be admitted to {name}.',
  nowLeft: 'You have left {name}.',
  unread: '{count, plural, one {# thread with something new} other {# threads with something new}}',
  ask: 'Ask in this space',
  threads: 'Threads',
  notAdmitted: 'The threads here are for those who have been admitted.',
  facilitators: 'Facilitators',
  members: 'Members of this space',
  moreMembers: 'Show more members',
  requests: {
    title:
      '{count, plural, one {# person asks to be admitted} other {# people ask to be admitted}}',
    admit: 'Admit',
    admitNamed: 'Admit {name}',
    decline: 'Decline',
    declineNamed: 'Decline {name}',
    admitted: '{name} is admitted.',
    declined: 'The request by {name} is declined.',
  },
};
