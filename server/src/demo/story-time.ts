import type { StoryTime } from './story-types.ts';

/** The instant of a story time, seen from `now`; both in UTC. */
export function storyInstant({ daysAgo, at }: StoryTime, now: Date): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const day = now.getUTCDate() - daysAgo;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), day, hours, minutes));
}
