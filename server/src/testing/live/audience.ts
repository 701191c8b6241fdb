// Who is told of what, written by hand from the product's rules: never derived from the code.
import type { EventType } from '@counterpart/contract';
import { type Place, places, type Role, roles } from './stage.ts';

export type ScopeKind = 'thread' | 'space' | 'joined' | 'member' | 'network' | 'staff';
export type Audience = Record<Place, Set<Role>>;

/** Reads a table of `y` and `.`: a line of places, then a line for each role. */
function readAudience(text: string): Audience {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  if (head.join() !== places.join()) throw new Error(`The places are ${places.join()}`);
  if (lines.map(([role]) => role).join() !== roles.join()) throw new Error('Each role has a line');
  const column = (place: Place) =>
    new Set(roles.filter((_, row) => lines[row]?.[1 + places.indexOf(place)] === 'y'));
  const audience = {} as Audience;
  for (const place of places) audience[place] = column(place);
  return audience;
}

const readers = readAudience(`
              network label restricted private
  outsider    y       .     .          .
  joined      y       y     y          y
  author      y       y     y          y
  facilitator y       y     y          y
  moderator   y       y     y          .
  admin       y       y     y          .
`);

/** Lists of a space hear which threads to ask for again, of those that all its readers may read. */
const spaceReaders = readAudience(`
              network label restricted private
  outsider    y       y     .          .
  joined      y       y     y          y
  author      y       y     y          y
  facilitator y       y     y          y
  moderator   y       y     y          .
  admin       y       y     y          .
`);

/** Lists of those who have joined a space, and of staff, hear of the threads that stay with them. */
const innerReaders = readAudience(`
              network label restricted private
  outsider    .       .     .          .
  joined      y       y     y          y
  author      y       y     y          y
  facilitator y       y     y          y
  moderator   y       y     y          .
  admin       y       y     y          .
`);

/** The test tells it to `joined`. */
const oneself = readAudience(`
              network label restricted private
  outsider    .       .     .          .
  joined      y       y     y          y
  author      .       .     .          .
  facilitator .       .     .          .
  moderator   .       .     .          .
  admin       .       .     .          .
`);

const everybody = readAudience(`
              network label restricted private
  outsider    y       y     y          y
  joined      y       y     y          y
  author      y       y     y          y
  facilitator y       y     y          y
  moderator   y       y     y          y
  admin       y       y     y          y
`);

const staff = readAudience(`
              network label restricted private
  outsider    .       .     .          .
  joined      .       .     .          .
  author      .       .     .          .
  facilitator .       .     .          .
  moderator   y       y     y          y
  admin       y       y     y          y
`);

/** Each type in each scope in which it may be told. */
export const audiences: Record<EventType, Partial<Record<ScopeKind, Audience>>> = {
  'post.created': { thread: readers },
  'post.edited': { thread: readers },
  'post.deleted': { thread: readers },
  'reaction.changed': { thread: readers },
  'synthesis.changed': { thread: readers },
  'thread.created': { space: spaceReaders, joined: innerReaders },
  'thread.changed': { thread: readers, space: spaceReaders, joined: innerReaders },
  'space.changed': { space: spaceReaders, network: everybody },
  'read.moved': { member: oneself },
  'reading.changed': { member: oneself },
  'access.changed': {
    thread: readers,
    space: spaceReaders,
    member: oneself,
    network: everybody,
    staff,
  },
  'session.ended': { member: oneself },
};
