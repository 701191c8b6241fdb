import { limits } from '@counterpart/contract';
import { guessLanguage } from '@counterpart/text/language';
import { describe, expect, it, test } from 'vitest';
import { CAST } from './cast.ts';
import type { CastMember } from './cast-types.ts';
import {
  CITY_LANGUAGES,
  ORGANISATIONS,
  REGIONS,
  SPACES,
  type StorySpace,
  THEMES,
} from './network.ts';
import { PLACES, PLACES_SOURCE } from './places.ts';
import { storyInstant } from './story-time.ts';
import type { StoryPost, StoryThread } from './story-types.ts';
import { readingSteps } from './tell-reading.ts';
import { THREADS } from './threads/index.ts';
import { BOOKMARKS, FOLLOWS, READS } from './threads/reading.ts';

const now = new Date('2026-03-29T00:00:30Z');
const cast = Object.entries<CastMember>(CAST);
const spaces: Record<string, StorySpace> = SPACES;
const threadOf = new Map(THREADS.map((thread) => [thread.key, thread]));

/** Post number 1 is the thread's own body. */
function postsOf(thread: StoryThread): StoryPost[] {
  const { author, language, body, asked, reactions } = thread;
  return [{ author, language, body, ...asked, reactions }, ...thread.posts];
}

function isMember(key: string, slug: string): boolean {
  const space = spaces[slug];
  const people: string[] = space ? [...space.members, ...space.facilitators] : [];
  return people.includes(key);
}

function mayRead(key: string, thread: StoryThread): boolean {
  const everyone = spaces[thread.space]?.access === 'open' && thread.sharing === 'network';
  return everyone || isMember(key, thread.space);
}

function mentionsIn(body: string): string[] {
  return [...body.matchAll(/\{\{member:([^}]*)\}\}/g)].map((match) => match[1] ?? '');
}

const guess = (text: string) => guessLanguage(text.replace(/\{\{[^}]*\}\}/g, ''));
const words = (body: string) => body.split(/\s+/).length;

test('the story is written with spaces that can be seen, and with one spelling of tanwin', () => {
  const all = JSON.stringify([CAST, SPACES, ORGANISATIONS, THREADS, BOOKMARKS]);
  expect(all.match(/.{0,20}[\u00A0\u202F].{0,20}/u)).toBeNull();
  expect(all.match(/.{0,20}\u0627\u064B.{0,20}/u)).toBeNull();
});

describe('the places of the story', () => {
  it('are the cities of the story, with source and licence', () => {
    expect(PLACES.map((place) => place.key)).toEqual(Object.keys(CITY_LANGUAGES));
    expect(PLACES_SOURCE.source).toContain('GeoNames');
    expect(PLACES_SOURCE.licence).toContain('CC BY 4.0');
  });

  it('lie in every region, with names in three languages and people in them', () => {
    const slugs = REGIONS.map((region): string => region.slug);
    expect([...new Set(PLACES.map((place) => place.region))].toSorted()).toEqual(slugs.toSorted());
    for (const place of PLACES) {
      expect(place.name.ar, place.key).toMatch(/^[\p{Script=Arabic}\p{M} ]+$/u);
      expect(Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180, place.key).toBe(true);
      expect(place.population, place.key).toBeGreaterThan(50_000);
      expect(
        cast.some(([, person]) => person.institution === place.key),
        place.key,
      ).toBe(true);
    }
  });
});

describe('the cast', () => {
  it('has no two members of one name, and everybody belongs to a known institution', () => {
    expect(new Set(cast.map(([, person]) => person.name)).size).toBe(cast.length);
    for (const [key, person] of cast) {
      expect({ ...CITY_LANGUAGES, ...ORGANISATIONS }, key).toHaveProperty([person.institution]);
      expect(person.languages, key).toContain(person.locale);
      expect(person.sentence.ar, key).toMatch(/\p{Script=Arabic}/u);
      expect(person.sentence.fr, key).not.toBe(person.sentence.en);
      expect(() => new Intl.DateTimeFormat('en', { timeZone: person.timeZone }), key).not.toThrow();
    }
  });

  it('lives in the time zone of its city', () => {
    const zones = new Map(PLACES.map((place) => [place.key, place.timeZone]));
    for (const [key, person] of cast)
      expect(person.timeZone, key).toBe(zones.get(person.institution) ?? person.timeZone);
  });

  it('shows ten on the sign-in page: a mayor first, three languages, a moderator and an admin', () => {
    const featured = cast.flatMap(([, person]) => (person.featured ? [person] : []));
    expect(featured).toHaveLength(10);
    expect(featured[0]?.seat).toBe('mayor');
    expect(new Set(featured.map((person) => person.locale))).toEqual(new Set(['en', 'fr', 'ar']));
    const roles = featured.flatMap((person) => person.roles ?? []);
    expect(roles.toSorted()).toEqual(['admin', 'moderator']);
  });

  it('has one admin and two moderators', () => {
    const roles = cast.flatMap(([, person]) => person.roles ?? []);
    expect(roles.toSorted()).toEqual(['admin', 'moderator', 'moderator']);
  });

  it('appears in the story, every one of them', () => {
    const writers: string[] = THREADS.flatMap((thread) =>
      postsOf(thread).map((post) => post.author),
    );
    expect(cast.map(([key]) => key).filter((key) => !writers.includes(key))).toEqual([]);
  });
});

describe('spaces', () => {
  it.each(Object.entries(spaces))('%s names each of its people once', (_slug, space) => {
    const people = [...space.members, ...space.facilitators, ...(space.requests ?? [])];
    expect(new Set(people).size).toBe(people.length);
    expect(space.facilitators.length).toBeGreaterThan(0);
  });
});

describe('threads', () => {
  it('have distinct keys, and three languages are asked in', () => {
    expect(threadOf.size).toBe(THREADS.length);
    expect(new Set(THREADS.map((thread) => thread.language))).toEqual(new Set(['en', 'fr', 'ar']));
  });

  it('are as long as the story needs them', () => {
    const lengths = THREADS.map((thread) => postsOf(thread).length).toSorted((a, b) => b - a);
    expect(lengths[0]).toBeGreaterThanOrEqual(45);
    expect(lengths.filter((length) => length === 1)).toHaveLength(2);
    expect(THREADS.filter((thread) => thread.synthesis)).toHaveLength(2);
  });

  it('show an edit and a deletion', () => {
    const posts = THREADS.flatMap(postsOf);
    expect(posts.some((post) => post.edited)).toBe(true);
    expect(posts.filter((post) => post.deleted)).toHaveLength(1);
  });
});

describe.each(THREADS.map((thread) => [thread.key, thread] as const))('%s', (_key, thread) => {
  const posts = postsOf(thread);
  const numbered = posts.map((post, index) => [index + 1, post] as const);

  it('fits the network: title, themes and sharing', () => {
    expect(thread.title.length).toBeLessThanOrEqual(limits.title);
    expect(thread.themes.length).toBeLessThanOrEqual(limits.themesPerThread);
    for (const theme of thread.themes) expect(THEMES).toHaveProperty([theme]);
    if (spaces[thread.space]?.access !== 'open') expect(thread.sharing).toBe('space');
    expect(guess(thread.title)).toBe(thread.language);
  });

  it('is told in the order of time, all of it in the past', () => {
    const moments = [...posts, ...(thread.synthesis ? [thread.synthesis] : [])];
    const times = moments.map((moment) => storyInstant(moment, now).getTime());
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(now.getTime());
    for (const { edited, ...post } of posts) {
      if (!edited) continue;
      const gap = storyInstant(edited, now).getTime() - storyInstant(post, now).getTime();
      expect(gap).toBeGreaterThan(0);
      expect(storyInstant(edited, now).getTime()).toBeLessThan(now.getTime());
    }
  });

  it('is written by people who have joined the space, at a length people read', () => {
    for (const [number, post] of numbered) {
      expect(isMember(post.author, thread.space), `${number}: ${post.author}`).toBe(true);
      for (const body of [post.body, post.edited?.body ?? post.body]) {
        expect(guess(body), `${number}`).toBe(post.language);
        expect(words(body), `${number}`).toBeGreaterThanOrEqual(40);
        expect(words(body), `${number}`).toBeLessThanOrEqual(180);
      }
    }
  });

  it('mentions and quotes what is there', () => {
    for (const [number, post] of numbered) {
      for (const key of mentionsIn(post.body + (post.edited?.body ?? ''))) {
        expect(CAST, `${number}`).toHaveProperty([key]);
        expect(mayRead(key, thread), `${number}: ${key}`).toBe(true);
      }
      if (post.quotes === undefined) continue;
      expect(post.quotes, `${number}`).toBeLessThan(number);
      const quoted = posts[post.quotes - 1]?.body.replaceAll(/[*_`]/g, '');
      expect(quoted, `${number}`).toContain(post.quoteText);
      expect(posts[post.quotes - 1]?.deleted).toBeUndefined();
    }
  });

  it('has reactions of others who may read it, each once', () => {
    for (const [number, post] of numbered)
      for (const people of Object.values(post.reactions ?? {})) {
        expect(new Set(people).size, `${number}`).toBe(people.length);
        expect(people, `${number}`).not.toContain(post.author);
        for (const key of people) expect(mayRead(key, thread), `${number}: ${key}`).toBe(true);
      }
  });

  it('has a synthesis that rests on the posts it cites, if it has one', () => {
    const { synthesis } = thread;
    if (!synthesis) return;
    const named = [...synthesis.body.matchAll(/#(\d+)/g)].map((match) => Number(match[1]));
    expect([...new Set(named)].toSorted((a, b) => a - b)).toEqual(synthesis.cites);
    for (const number of synthesis.cites) {
      expect(posts[number - 1], `${number}`).toBeDefined();
      expect(posts[number - 1]?.deleted, `${number}`).toBeUndefined();
    }
    expect(isMember(synthesis.author, thread.space)).toBe(true);
    expect(guess(synthesis.body)).toBe(synthesis.language);
  });
});

describe('reading', () => {
  it('stays within what exists and what the member may read', () => {
    const marks = [
      ...READS.map(({ member, thread, upTo }) => ({ member, thread, post: upTo })),
      ...BOOKMARKS,
      ...FOLLOWS.map((follow) => ({ ...follow, post: 1 })),
    ];
    for (const { member, thread: key, post } of marks) {
      const thread = threadOf.get(key);
      if (!thread) throw new Error(`No thread ${key}.`);
      expect(mayRead(member, thread), `${member} in ${key}`).toBe(true);
      expect(postsOf(thread)[post - 1], `${member} in ${key}`).toBeDefined();
    }
  });

  it('holds what a member had read, saved after it was written', () => {
    for (const { member, thread: key, post, kept } of BOOKMARKS) {
      const posts = threadOf.get(key)?.posts ?? [];
      const own = posts.findLastIndex((one) => one.author === member) + 2;
      const read = READS.find((one) => one.member === member && one.thread === key)?.upTo ?? own;
      expect(read, `${member} in ${key}`).toBeGreaterThanOrEqual(post);
      const written = posts[post - 2] ?? threadOf.get(key)?.asked;
      if (!written) throw new Error(`No post ${post} in ${key}.`);
      const [from, at] = [written, kept].map((moment) => storyInstant(moment, now).getTime());
      expect(at, `${member} in ${key}`).toBeGreaterThan(from ?? 0);
      expect(at, `${member} in ${key}`).toBeLessThan(now.getTime());
    }
  });

  it('is never behind what a member wrote themselves', () => {
    for (const { member, thread: key, upTo } of READS) {
      const posts = threadOf.get(key)?.posts ?? [];
      const own = posts.findLastIndex((post) => post.author === member) + 2;
      expect(upTo, `${member} in ${key}`).toBeGreaterThanOrEqual(own === 1 ? 0 : own);
    }
  });

  it('happens in the past, at whatever hour the story is told', () => {
    const nobody = { actors: new Map(), spaces: new Map() };
    const telling = { ...nobody, threadIds: new Map(), postIds: new Map() };
    const steps = readingSteps(telling, now);
    expect(steps.length).toBe(READS.length + FOLLOWS.length + BOOKMARKS.length);
    for (const { at } of steps) expect(at.getTime()).toBeLessThan(now.getTime());
  });

  it('says each thing once', () => {
    for (const marks of [READS, FOLLOWS]) {
      const pairs = marks.map(({ member, thread }) => `${member} ${thread}`);
      expect(new Set(pairs).size).toBe(pairs.length);
    }
  });

  it('leaves somebody with unread posts, and somebody with none, in the long thread', () => {
    const length = (threadOf.get('referral-trust')?.posts.length ?? 0) + 1;
    const upTo = READS.filter((read) => read.thread === 'referral-trust').map((read) => read.upTo);
    expect(Math.min(...upTo)).toBeLessThan(length - 15);
    expect(Math.max(...upTo)).toBe(length);
  });
});
