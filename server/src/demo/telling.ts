import type { Locale } from '@counterpart/contract';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { CastKey } from './cast.ts';
import type { Founded } from './found.ts';
import { frenchSpaces } from './french-spaces.ts';

export interface Step {
  at: Date;
  happen(house: House): Promise<void>;
}

/** The story on its way: who is who, and which ids the threads and posts told so far have got. */
export interface Telling extends Founded {
  threadIds: Map<string, number>;
  postIds: Map<string, number>;
}

export function actorOf(telling: Telling, key: CastKey): Actor {
  const actor = telling.actors.get(key);
  if (actor === undefined) throw new Error(`The story has no ${key}.`);
  return actor;
}

export function postIdOf(telling: Telling, thread: string, seq: number): number {
  const id = telling.postIds.get(`${thread}#${seq}`);
  if (id === undefined) throw new Error(`Post ${seq} of ${thread} is not told yet.`);
  return id;
}

export function threadIdOf(telling: Telling, key: string): number {
  const id = telling.threadIds.get(key);
  if (id === undefined) throw new Error(`The thread ${key} is not told yet.`);
  return id;
}

/** A text as somebody would have written it here: mentions by id, French with spaces that hold. */
export function wordsOf(telling: Telling, text: string, language: Locale): string {
  const words = text.replaceAll(
    /\{\{member:([a-z-]+)\}\}/g,
    (_, key: CastKey) => `@member:${actorOf(telling, key).memberId}`,
  );
  return language === 'fr' ? frenchSpaces(words) : words;
}
