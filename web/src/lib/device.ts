// What lasts on the device, in one file of the build: pages load it together, after the first paint.
export { type KeptDatabase, openKept } from './kept/database.ts';
export { createKeptShelf, type KeptShelf, type ThreadAnswer } from './kept/shelf.ts';
export { createKeptSpaces, type KeptSpacesShelf, type SpacesAnswer } from './kept/spaces.ts';
export { startOutbox } from './outbox/start.ts';
