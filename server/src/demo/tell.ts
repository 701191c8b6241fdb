import { randomUUID } from 'node:crypto';
import type { ReactionKind } from '@counterpart/contract';
import * as threads from '../features/threads/index.ts';
import type { House } from '../platform/house.ts';
import { foundNetwork } from './found.ts';
import { storyInstant } from './story-time.ts';
import type { StoryPost, StoryThread, StoryTime } from './story-types.ts';
import { readingSteps } from './tell-reading.ts';
import { actorOf, postIdOf, type Step, type Telling, threadIdOf, wordsOf } from './telling.ts';
import { THREADS } from './threads/index.ts';

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
        title: wordsOf(telling, title, language),
        language,
        sharing,
        themes: [...themes],
        body: wordsOf(telling, story.body, language),
        clientKey: randomUUID(),
      });
      telling.threadIds.set(key, threadId);
      const postId = await threads.firstPostOf(house, threadId);
      telling.postIds.set(`${key}#1`, postId);
      await react(house, telling, postId, story.reactions);
    },
  };
}

/** What a post quotes, in the words of the quoted post. */
function quoteOf(telling: Telling, story: StoryThread, { quotes, quoteText }: StoryPost) {
  if (quotes === undefined) return undefined;
  const { language } = story.posts[quotes - 2] ?? story;
  const text = quoteText && wordsOf(telling, quoteText, language);
  return { postId: postIdOf(telling, story.key, quotes), text };
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
      const { id: postId } = await threads.createPost(
        house,
        actorOf(telling, post.author),
        threadIdOf(telling, story.key),
        {
          body: wordsOf(telling, post.body, post.language),
          language: post.language,
          quote: quoteOf(telling, story, post),
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
    const edit = () => ({ body: wordsOf(telling, edited.body, post.language), revision: 1 });
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
            body: wordsOf(telling, synthesis.body, synthesis.language),
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
  steps.push(...readingSteps(telling, now));
  for (const step of steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    at = step.at;
    await step.happen(past);
  }
}
