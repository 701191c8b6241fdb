// Who may do what where, written by hand from the product's rules: never derived from the code.
import type { RouteName } from '@counterpart/contract';
import { readTable } from './table.ts';

/** `network` and `label` are threads of an open space with the label `network` and `space`. */
const readers = readTable(`
              network label restricted private locked
  outsider    y       .     .          .       y
  joined      y       y     y          y       y
  author      y       y     y          y       y
  facilitator y       y     y          y       y
  moderator   y       y     y          .       y
  admin       y       y     y          .       y
`);

const repliers = readTable(`
              network label restricted private locked
  outsider    y       .     .          .       l
  joined      y       y     y          y       l
  author      y       y     y          y       l
  facilitator y       y     y          y       l
  moderator   y       y     y          .       l
  admin       y       y     y          .       l
`);

const threadEditors = readTable(`
              network label restricted private locked
  outsider    n       .     .          .       n
  joined      n       n     n          n       n
  author      y       y     y          y       n
  facilitator y       y     y          y       y
  moderator   y       y     y          .       y
  admin       y       y     y          .       y
`);

const caretakers = readTable(`
              network label restricted private locked
  outsider    n       .     .          .       n
  joined      n       n     n          n       n
  author      n       n     n          n       n
  facilitator y       y     y          y       y
  moderator   y       y     y          .       y
  admin       y       y     y          .       y
`);

/** To a space of the same kind, which the facilitator looks after too. Nothing leaves a private one. */
const movers = readTable(`
              network label restricted private locked
  outsider    n       .     .          .       n
  joined      n       n     n          n       n
  author      n       n     n          n       n
  facilitator y       y     y          n       y
  moderator   y       y     y          .       y
  admin       y       y     y          .       y
`);

const summarisers = readTable(`
              network label restricted private locked
  outsider    n       .     .          .       n
  joined      n       n     n          n       n
  author      y       y     y          y       y
  facilitator y       y     y          y       y
  moderator   y       y     y          .       y
  admin       y       y     y          .       y
`);

/** Of a post by `author`; pending, deleted and hidden ones are in the open space. */
const postReaders = readTable(`
              network label restricted private locked pending deleted hidden
  outsider    y       .     .          .       y      .       y       y
  joined      y       y     y          y       y      .       y       y
  author      y       y     y          y       y      .       y       y
  facilitator y       y     y          y       y      .       y       y
  moderator   y       y     y          .       y      .       y       y
  admin       y       y     y          .       y      .       y       y
`);

const postReachers = readTable(`
              network label restricted private locked pending deleted hidden
  outsider    y       .     .          .       y      .       y       y
  joined      y       y     y          y       y      .       y       y
  author      y       y     y          y       y      y       y       y
  facilitator y       y     y          y       y      .       y       y
  moderator   y       y     y          .       y      .       y       y
  admin       y       y     y          .       y      .       y       y
`);

const postEditors = readTable(`
              network label restricted private locked pending deleted hidden
  outsider    n       .     .          .       n      .       n       n
  joined      n       n     n          n       n      .       n       n
  author      y       y     y          y       l      n       n       n
  facilitator n       n     n          n       n      .       n       n
  moderator   n       n     n          .       n      .       n       n
  admin       n       n     n          .       n      .       n       n
`);

const postDeleters = readTable(`
              network label restricted private locked pending deleted hidden
  outsider    n       .     .          .       n      .       n       n
  joined      n       n     n          n       n      .       n       n
  author      y       y     y          y       y      y       y       n
  facilitator n       n     n          n       n      .       n       n
  moderator   n       n     n          .       n      .       n       n
  admin       n       n     n          .       n      .       n       n
`);

/** Everybody who reads it but its author. */
const reacters = readTable(`
              network label restricted private locked pending deleted hidden
  outsider    y       .     .          .       y      .       n       n
  joined      y       y     y          y       y      .       n       n
  author      n       n     n          n       n      n       n       n
  facilitator y       y     y          y       y      .       n       n
  moderator   y       y     y          .       y      .       n       n
  admin       y       y     y          .       y      .       n       n
`);

/** Of one's own: also what can no longer be read. */
const keepers = readTable(`
              network label restricted private locked pending deleted hidden
  outsider    y       y     y          y       y      y       y       y
  joined      y       y     y          y       y      y       y       y
  author      y       y     y          y       y      y       y       y
  facilitator y       y     y          y       y      y       y       y
  moderator   y       y     y          y       y      y       y       y
  admin       y       y     y          y       y      y       y       y
`);

const knowers = readTable(`
              open restricted private
  outsider    y    y          .
  joined      y    y          y
  author      y    y          y
  facilitator y    y          y
  moderator   y    y          .
  admin       y    y          .
`);

const spaceReaders = readTable(`
              open restricted private
  outsider    y    .          .
  joined      y    y          y
  author      y    y          y
  facilitator y    y          y
  moderator   y    y          .
  admin       y    y          .
`);

const admitters = readTable(`
              open restricted private
  outsider    n    n          .
  joined      n    n          n
  author      n    n          n
  facilitator n    y          y
  moderator   n    y          .
  admin       n    y          .
`);

const starters = readTable(`
              open restricted private
  outsider    y    n          .
  joined      y    y          y
  author      y    y          y
  facilitator y    y          y
  moderator   y    n          .
  admin       y    n          .
`);

const announcers = readTable(`
              open restricted private
  outsider    n    n          .
  joined      n    n          n
  author      n    n          n
  facilitator y    y          y
  moderator   y    n          .
  admin       y    n          .
`);

const members = readTable(`
              anywhere
  outsider    y
  joined      y
  author      y
  facilitator y
  moderator   y
  admin       y
`);

const everybody = readTable(`
              anywhere
  signedOut   y
  suspended   y
  outsider    y
  joined      y
  author      y
  facilitator y
  moderator   y
  admin       y
`);

/** What only a demo network has, and sign-ins of somebody else. */
const nobody = readTable(`
              anywhere
  outsider    .
  joined      .
  author      .
  facilitator .
  moderator   .
  admin       .
`);

const noDemo = readTable(`
              anywhere
  signedOut   .
  suspended   .
  outsider    .
  joined      .
  author      .
  facilitator .
  moderator   .
  admin       .
`);

export const threadTruth = {
  getThread: readers,
  listPosts: readers,
  listMentionable: readers,
  setRead: readers,
  setFollow: readers,
  keepDraft: readers,
  createPost: repliers,
  editThread: threadEditors,
  pinThread: caretakers,
  unpinThread: caretakers,
  lockThread: caretakers,
  unlockThread: caretakers,
  moveThread: movers,
  writeSynthesis: summarisers,
  removeSynthesis: summarisers,
} satisfies Partial<Record<RouteName, typeof readers>>;

export const postTruth = {
  getPost: postReaders,
  listRevisions: postReachers,
  keepBookmark: postReachers,
  unreact: postReachers,
  removeBookmark: keepers,
  editPost: postEditors,
  deletePost: postDeleters,
  react: reacters,
} satisfies Partial<Record<RouteName, typeof readers>>;

export const spaceTruth = {
  listSpaceMembers: knowers,
  joinSpace: knowers,
  leaveSpace: knowers,
  listMentionableInSpace: spaceReaders,
  admitToSpace: admitters,
  removeFromSpace: admitters,
  createThread: starters,
} satisfies Partial<Record<RouteName, typeof readers>>;

/** Starting a thread depends on its kind. */
export const announcementTruth = announcers;

export const networkTruth = {
  getSession: members,
  listSessions: members,
  setPreferences: members,
  getInstitution: members,
  getMember: members,
  listSpaces: members,
  listThemes: members,
  listThreads: members,
  getHome: members,
  search: members,
  listSimilar: members,
  listBookmarks: members,
  listDrafts: members,
  listKeepable: members,
  dropDraft: members,
  signIn: everybody,
  signOut: everybody,
  acceptLink: everybody,
  endSession: nobody,
  listCast: noDemo,
  becomeCastMember: noDemo,
} satisfies Partial<Record<RouteName, typeof readers>>;
