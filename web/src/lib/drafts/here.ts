import type { DraftContent } from '@counterpart/contract';
import { typed } from '../typed.ts';
import { isBlank } from './content.ts';
import type { HereDraft } from './keeper.ts';
import { newThreadPlace } from './stored.ts';

/** What this device has kept of a place and the server may not have. */
export function draftHere(member: number, place: string): HereDraft | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the keeper of this place
  return typed().read(member, place) as HereDraft | undefined;
}

export interface DraftAtPlace {
  place: string;
  /** Null for a thread that is not there yet. */
  threadId: number | null;
  content: DraftContent;
}

const ofThread = /^thread-(\d+)$/;

/** All drafts that are on this device only. */
export function draftsHere(member: number): DraftAtPlace[] {
  return [...typed().places(member)].flatMap((place) => {
    const id = ofThread.exec(place)?.[1];
    if (id === undefined && place !== newThreadPlace) return [];
    const content = draftHere(member, place)?.content;
    if (!content || isBlank(content)) return [];
    return [{ place, threadId: id === undefined ? null : Number(id), content }];
  });
}
