import { keepBookmark, setFollow, setRead } from '../features/reading/index.ts';
import { CAST } from './cast.ts';
import { storyInstant } from './story-time.ts';
import type { StoryThread } from './story-types.ts';
import { actorOf, postIdOf, type Step, type Telling, threadIdOf, wordsOf } from './telling.ts';
import { THREADS } from './threads/index.ts';
import { BOOKMARKS, FOLLOWS, READS } from './threads/reading.ts';

const hour = 3_600_000;

/** People look in a while after something was written, each post as it comes. */
function soonAfter(thread: string, seq: number, now: Date): Date {
  const story: StoryThread | undefined = THREADS.find(({ key }) => key === thread);
  if (story === undefined) throw new Error(`The story has no thread ${thread}.`);
  const written = seq === 1 ? story.asked : story.posts[seq - 2];
  if (written === undefined) throw new Error(`The thread ${thread} has no post ${seq}.`);
  return new Date(storyInstant(written, now).getTime() + 2 * hour);
}

/** What members have read, follow and saved, at the times at which they would have. */
export function readingSteps(telling: Telling, now: Date): Step[] {
  const follows = FOLLOWS.map(
    ({ member, thread, level }): Step => ({
      at: soonAfter(thread, 1, now),
      happen: (house) =>
        setFollow(house, actorOf(telling, member), threadIdOf(telling, thread), level),
    }),
  );
  const reads = READS.map(
    ({ member, thread, upTo }): Step => ({
      at: soonAfter(thread, upTo, now),
      happen: (house) =>
        setRead(house, actorOf(telling, member), threadIdOf(telling, thread), upTo),
    }),
  );
  const bookmarks = BOOKMARKS.map(
    ({ member, thread, post, note, kept }): Step => ({
      at: storyInstant(kept, now),
      happen: (house) =>
        keepBookmark(
          house,
          actorOf(telling, member),
          postIdOf(telling, thread, post),
          note && wordsOf(telling, note, CAST[member].locale),
        ),
    }),
  );
  return [...follows, ...reads, ...bookmarks];
}
