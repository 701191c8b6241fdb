import { setTimeout as delay } from 'node:timers/promises';
import { atMost, type Figure, type Measure, median, share } from '../measure.ts';
import { openNetwork, type Size } from '../stage/network.ts';
import { call, type Product, type Reader, signInReaders, startProduct } from '../stage/product.ts';

const size: Size = { members: 300, threads: 15_000, posts: 200_000, largest: 2_000 };
const seconds = 40;
const queriesPerSecond = 5;
const writesPerSecond = 20;
const mostMs = 100;
const readers = 16;

/** What people type: a word or two, some more, and a sentence, in the languages of the network. */
const questions = [
  'youth',
  'youth centre',
  'night mediation square',
  'who trained the mediators',
  'médiation quartier',
  'comment financer une équipe de nuit',
  'الشباب',
  'الوقاية في المدارس',
  'referral path youth workers',
  'author:me evening',
  '"evening shift"',
  'prévention jeunes école budget',
];
const sentence =
  'How do we pay for a youth centre in the evening without losing the trust of the neighbours?';

interface Answer {
  items: unknown[];
}

async function timeOf(product: Product, reader: Reader, q: string): Promise<number> {
  const begun = performance.now();
  await call<Answer>(product, reader, `/api/search?q=${encodeURIComponent(q)}`);
  return performance.now() - begun;
}

/** One after the other on a machine that does nothing else: the middle of seven. */
async function alone(product: Product, reader: Reader, q: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 7; n += 1) times.push(await timeOf(product, reader, q));
  return median(times);
}

/** Does something so many times a second, whether or not what was begun before has ended. */
async function steadily(perSecond: number, begin: (n: number) => Promise<void>): Promise<void> {
  const running: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    running.push(begin(n));
    await delay(1_000 / perSecond);
  }
  await Promise.all(running);
}

async function underLoad(product: Product, members: readonly Reader[], threads: readonly number[]) {
  const times: number[] = [];
  const member = (n: number) => members[n % members.length] as Reader;
  await Promise.all([
    steadily(queriesPerSecond, async (n) => {
      times.push(await timeOf(product, member(n), questions[n % questions.length] ?? ''));
    }),
    steadily(writesPerSecond, async (n) => {
      await call(product, member(n), `/api/threads/${threads[n % threads.length]}/posts`, {
        method: 'POST',
        body: {
          body: `We tried it with ${n} chairs, and the neighbours came by themselves.`,
          clientKey: crypto.randomUUID(),
        },
      });
    }),
  ]);
  return times;
}

export const searching: Measure = {
  name: 'search',
  title: 'Searching among 200 thousand posts',
  async run() {
    const network = await openNetwork(size);
    try {
      const product = await startProduct(network);
      try {
        const members = await signInReaders(product, readers);
        const [reader] = members as [Reader];
        // What was seeded is counted while the server runs.
        for (let left = 1; left > 0; await delay(500)) {
          const [row] = await network.owner<{ left: number }[]>`
            select count(*)::int as left from search_change`;
          left = row?.left ?? 0;
        }
        const { items } = await call<{ items: { id: number; sharing: string }[] }>(
          product,
          reader,
          `/api/threads?space=${network.places.spaces.open}&limit=50`,
        );
        const threads = items.filter(({ sharing }) => sharing === 'network').map(({ id }) => id);
        for (const q of questions) await timeOf(product, reader, q);
        const figures: Figure[] = [];
        for (const [what, q] of [
          ['a common word', 'youth'],
          ['two words', 'youth centre'],
          ['a word that nobody wrote', 'kaleidoscope'],
          ['a sentence of common words', sentence],
        ] as const) {
          const value = await alone(product, reader, q);
          figures.push({ what: `alone: ${what}`, value, unit: 'ms' });
        }
        const times = await underLoad(product, members, threads);
        return {
          how: `${queriesPerSecond} questions and ${writesPerSecond} posts a second for ${seconds} s, from ${readers} members.`,
          figures: [
            ...figures,
            { what: 'under load: half of the answers within', value: median(times), unit: 'ms' },
            atMost('under load: 95 of 100 answers within', share(times, 0.95), 'ms', mostMs),
          ],
          notes: [
            'The texts of the seed are made of few sentences, so that nearly every word in them is common: each stands in thousands of posts.',
          ],
        };
      } finally {
        await product.stop();
      }
    } finally {
      await network.stop();
    }
  },
};
