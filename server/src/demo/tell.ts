import { randomUUID } from 'node:crypto';
import type { ReactionKind } from '@counterpart/contract';
import { keepBookmark, setFollow, setRead } from '../features/reading/index.ts';
import * as threads from '../features/threads/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { CastKey } from './cast.ts';
import { type Founded, foundNetwork } from './found.ts';
import { storyInstant } from './story-time.ts';
import type { StoryPost, StoryThread, StoryTime } from './story-types.ts';
import { THREADS } from './threads/index.ts';
import { BOOKMARKS, FOLLOWS, READS } from './threads/reading.ts';

interface Step {
  at: Date;
  happen(house: House): Promise<void>;
}

/** The story on its way: who is who, and which ids the threads and posts told so far have got. */
interface Telling extends Founded {
  threadIds: Map<string, number>;
  postIds: Map<string, number>;
}

function actorOf(telling: Telling, key: CastKey): Actor {
  const actor = telling.actors.get(key);
  if (actor === undefined) throw new Error(`The story has no ${key}.`);
  return actor;
}

function postIdOf(telling: Telling, thread: string, seq: number): number {
  const id = telling.postIds.get(`${thread}#${seq}`);
  if (id === undefined) throw new Error(`Post ${seq} of ${thread} is not told yet.`);
  return id;
}

function threadIdOf(telling: Telling, key: string): number {
  const id = telling.threadIds.get(key);
  if (id === undefined) throw new Error(`The thread ${key} is not told yet.`);
  return id;
}

function withMentions(telling: Telling, text: string): string {
  return text.replaceAll(
    /\{\{member:([a-z-]+)\}\}/g,
    (_, key: CastKey) => `@member:${actorOf(telling, key).memberId}`,
  );
}

async function react(
  house: House,
  telling: Telling,
  postId: number,
  reactions: StoryPost['reactions'],
): Promise<void> {
  for (const [kind, keys] of Object.entries(reactions ?? {})) {
    for (const key of keys) {
      const what = { id: postId, kind: kind as ReactionKind };
      await threads.setReaction(house, actorOf(telling, key), what, true);
    }
  }
}

function startStep(telling: Telling, story: StoryThread, now: Date): Step {
  return {
    at: storyInstant(story.asked, now),
    async happen(house) {
      const { kind, title, language, sharing, themes, key } = story;
      const author = actorOf(telling, story.author);
      const threadId = await threads.createThread(house, author, {
        spaceId: telling.spaces.get(story.space) ?? 0,
        kind,
        title,
        language,
        sharing,
        themes: [...themes],
        body: withMentions(telling, story.body),
        clientKey: randomUUID(),
      });
      telling.threadIds.set(key, threadId);
      const postId = await threads.firstPostOf(house, threadId);
      telling.postIds.set(`${key}#1`, postId);
      await react(house, telling, postId, story.reactions);
    },
  };
}

function postStep(
  telling: Telling,
  story: StoryThread,
  post: StoryPost,
  seq: number,
  now: Date,
): Step {
  return {
    at: storyInstant(post, now),
    async happen(house) {
      const quoted = post.quotes && postIdOf(telling, story.key, post.quotes);
      const quote = quoted ? { postId: quoted, text: post.quoteText } : undefined;
      const postId = await threads.createPost(
        house,
        actorOf(telling, post.author),
        threadIdOf(telling, story.key),
        {
          body: withMentions(telling, post.body),
          language: post.language,
          quote,
          clientKey: randomUUID(),
        },
      );
      telling.postIds.set(`${story.key}#${seq}`, postId);
      await react(house, telling, postId, post.reactions);
    },
  };
}

/** Edits and deletions; a deletion comes shortly after the post. */
function laterSteps(
  telling: Telling,
  story: StoryThread,
  post: StoryPost,
  seq: number,
  now: Date,
): Step[] {
  const idOf = () => postIdOf(telling, story.key, seq);
  const author = () => actorOf(telling, post.author);
  const steps: Step[] = [];
  const { edited } = post;
  if (edited) {
    const edit = () => ({ body: withMentions(telling, edited.body), revision: 1 });
    steps.push({
      at: storyInstant(edited, now),
      happen: (house) => threads.editPost(house, author(), idOf(), edit()),
    });
  }
  if (post.deleted) {
    steps.push({
      at: new Date(storyInstant(post, now).getTime() + 11 * 60_000),
      happen: (house) => threads.deletePost(house, author(), idOf()),
    });
  }
  return steps;
}

function closingSteps(telling: Telling, story: StoryThread, now: Date): Step[] {
  const { synthesis, key } = story;
  const steps: Step[] = [];
  if (synthesis) {
    steps.push({
      at: storyInstant(synthesis, now),
      happen: (house) =>
        threads.writeSynthesis(
          house,
          actorOf(telling, synthesis.author),
          threadIdOf(telling, key),
          {
            body: synthesis.body,
            language: synthesis.language,
            revision: 0,
          },
        ),
    });
  }
  const last: StoryTime = story.posts.at(-1) ?? story.asked;
  const secretariat = () => actorOf(telling, story.author);
  const at = new Date(storyInstant(last, now).getTime() + 60_000);
  if (story.pinned) {
    const pin = (house: House) =>
      threads.setPinned(house, secretariat(), threadIdOf(telling, key), true);
    steps.push({ at, happen: pin });
  }
  if (story.locked) {
    const lock = (house: House) =>
      threads.setLocked(house, secretariat(), threadIdOf(telling, key), true);
    steps.push({ at, happen: lock });
  }
  return steps;
}

function stepsOf(telling: Telling, story: StoryThread, now: Date): Step[] {
  return [
    startStep(telling, story, now),
    ...story.posts.flatMap((post, index) => [
      postStep(telling, story, post, index + 2, now),
      ...laterSteps(telling, story, post, index + 2, now),
    ]),
    ...closingSteps(telling, story, now),
  ];
}

async function tellReading(house: House, telling: Telling): Promise<void> {
  for (const { member, thread, upTo } of READS) {
    await setRead(house, actorOf(telling, member), threadIdOf(telling, thread), upTo);
  }
  for (const { member, thread, level } of FOLLOWS) {
    await setFollow(house, actorOf(telling, member), threadIdOf(telling, thread), level);
  }
  for (const { member, thread, post, note } of BOOKMARKS) {
    await keepBookmark(house, actorOf(telling, member), postIdOf(telling, thread, post), note);
  }
}

/**
 * Tells the demo story through the actions, at the times it names, seen from `now`. The database
 * must hold no network yet.
 */
export async function tellStory(house: House, now: Date): Promise<void> {
  let at = new Date(now.getTime() - 200 * 24 * 3_600_000);
  const clock = { now: () => at };
  const past: House = { ...house, db: house.db.told({ origin: 'seed', clock }) };
  const founded = await foundNetwork(past);
  const telling: Telling = { ...founded, threadIds: new Map(), postIds: new Map() };
  const steps = THREADS.flatMap((story) => stepsOf(telling, story, now));
  for (const step of steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    at = step.at;
    await step.happen(past);
  }
  at = now;
  await tellReading(past, telling);
}
