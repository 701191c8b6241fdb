import { randomUUID } from 'node:crypto';
import { atLeast, type Measure, median, type Outcome } from '../measure.ts';
import {
  asBrowsersAsk,
  type Connection,
  inTurn,
  type Loaded,
  startClient,
  type Target,
} from '../stage/load.ts';
import { type Network, openNetwork } from '../stage/network.ts';
import { call, type Product, type Reader, signInReaders, startProduct } from '../stage/product.ts';
import { startProgram } from '../stage/programs.ts';

const connections = 32;
const rounds = { rounds: 5, seconds: 4 };
const leastShare = 0.35;

interface Page {
  thread: { lastSeq: number };
  posts: { seq: number; reactions: { useful: number } }[];
}

function asked(readers: readonly Reader[], threadId: number): Connection[] {
  return readers.map(({ cookie }) => ({ path: `/api/threads/${threadId}`, cookie }));
}

/** How many bytes the readers get on average. */
async function lengthOf(product: Product, readers: readonly Reader[], threadId: number) {
  const lengths = await Promise.all(
    asked(readers, threadId).map(async ({ path, cookie }) => {
      const reply = await fetch(`${product.base}${path}`, { headers: { cookie: cookie ?? '' } });
      return (await reply.arrayBuffer()).byteLength;
    }),
  );
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
}

/** One who writes and one who reacts: notes what every page begun from now on must show. */
async function write(
  product: Product,
  [writer, other]: readonly [Reader, Reader],
  threadId: number,
  known: Known,
) {
  const body = { body: `Seen at once? ${randomUUID()}`, clientKey: randomUUID() };
  const path = `/api/threads/${threadId}/posts`;
  const { post } = await call<{ post: { id: number; seq: number } }>(product, writer, path, {
    method: 'POST',
    body,
  });
  known.seq = Math.max(known.seq, post.seq);
  known.posts += 1;
  await call(product, other, `/api/posts/${post.id}/reactions/useful`, { method: 'PUT' });
  known.reacted = post.seq;
}

interface Known {
  seq: number;
  /** The number of the post that was reacted to last. */
  reacted: number;
  posts: number;
  reads: number;
  stale: number;
  isOver: boolean;
}

/** One who reads: every page holds what was known when it was asked for. */
async function read(product: Product, reader: Reader, threadId: number, known: Known) {
  const { seq, reacted } = known;
  const path = `/api/threads/${threadId}?from=${Math.max(1, seq - 5)}`;
  const page = await call<Page>(product, reader, path);
  known.reads += 1;
  const isThere = page.posts.some((post) => post.seq === seq) && page.thread.lastSeq >= seq;
  const shown = page.posts.find((post) => post.seq === reacted);
  const isCounted = reacted === 0 || shown === undefined || shown.reactions.useful > 0;
  if (!isThere || !isCounted) known.stale += 1;
}

/** Writes while the page is read as fast as it can be, and looks whether any page lags behind. */
async function findStale(
  product: Product,
  readers: readonly Reader[],
  threadId: number,
  load: () => Promise<unknown>,
): Promise<Known> {
  const [writer, other, ...others] = readers;
  if (writer === undefined || other === undefined) throw new Error('Nobody is signed in.');
  const first = await call<Page>(product, writer, `/api/threads/${threadId}`);
  const known: Known = {
    seq: first.thread.lastSeq,
    reacted: 0,
    posts: 0,
    reads: 0,
    stale: 0,
    isOver: false,
  };
  const untilOver = async (step: () => Promise<void>) => {
    while (!known.isOver) await step();
  };
  const loaded = load().finally(() => {
    known.isOver = true;
  });
  await Promise.all([
    loaded,
    untilOver(() => write(product, [writer, other], threadId, known)),
    ...others.slice(0, 4).map((one) => untilOver(() => read(product, one, threadId, known))),
  ]);
  return known;
}

const perSecond = (loaded: readonly Loaded[] = []) => median(loaded.map((one) => one.perSecond));

function figuresOf(results: Map<string, Loaded[]>, known: Known): Outcome['figures'] {
  const lines = (['largest', 'ordinary'] as const).flatMap((thread) => {
    const [page, bare] = [results.get(thread), results.get(`bare ${thread}`)];
    const compressed = results.get(`${thread}, compressed`);
    const kilobytes = `${(page?.[0]?.kilobytes ?? 0).toFixed(0)} kB`;
    return [
      { what: `the ${thread} thread, ${kilobytes}`, value: perSecond(page), unit: 'requests/s' },
      { what: `a constant string as long`, value: perSecond(bare), unit: 'requests/s' },
      atLeast(
        `the ${thread} thread beside the string`,
        perSecond(page) / perSecond(bare),
        '',
        leastShare,
      ),
      {
        what: `the same as browsers ask for it, ${(compressed?.[0]?.kilobytes ?? 0).toFixed(0)} kB`,
        value: perSecond(compressed),
        unit: 'requests/s',
      },
      {
        what: `99 of 100 answers of the ${thread} thread within`,
        value: median((page ?? []).map(({ p99 }) => p99)),
        unit: 'ms',
      },
    ];
  });
  return [
    ...lines,
    { what: 'posts written under load', value: known.posts, unit: '' },
    { what: 'pages read meanwhile and looked at', value: known.reads, unit: '' },
    {
      what: 'of these without a post or reaction that was there before',
      value: known.stale,
      unit: '',
      aim: '0',
      isMet: known.stale === 0,
    },
  ];
}

async function measure(network: Network, product: Product): Promise<Outcome> {
  const { largestThread, ordinaryThread } = network.places;
  const readers = await signInReaders(product, connections);
  const threads = { largest: largestThread, ordinary: ordinaryThread };
  const lengths = [
    await lengthOf(product, readers, largestThread),
    await lengthOf(product, readers, ordinaryThread),
  ];
  const bare = startProgram('bare-http');
  const { port } = await bare.ask<{ port: number }>({ lengths });
  const client = startClient();
  const targets: Target[] = Object.entries(threads).flatMap(([name, id], index) => [
    { name, base: product.base, connections: asked(readers, id) },
    {
      name: `bare ${name}`,
      base: `http://127.0.0.1:${port}`,
      connections: readers.map(() => ({ path: `/${index}` })),
    },
    {
      name: `${name}, compressed`,
      base: product.base,
      connections: asBrowsersAsk(asked(readers, id)),
    },
  ]);
  const results = await inTurn(client, targets, rounds);
  const [target] = targets;
  const load = async () => target && client.load(target, 6);
  const known = await findStale(product, readers, largestThread, load);
  await Promise.all([client.stop(), bare.stop()]);
  return {
    how: `${connections} members, each on a connection of their own, read the page of a thread again and again where they left off. Beside it a bare Fastify route answers a constant string of the same length. Server, database and client share two cores; medians of ${rounds.rounds} rounds of ${rounds.seconds} s in turn.`,
    figures: figuresOf(results, known),
    notes: [
      'Every answer is for one member: rights, read position, unread posts, reactions and what they may do are asked of the database each time, and so are the versions of all posts shown.',
      'Half of the members follow the largest thread and have a few posts of it before them; the others have never opened it.',
      'For orientation, NodeBB 4.15 on a comparable machine with two cores: 72 requests/s on PostgreSQL, 214 on Redis.',
    ],
  };
}

export const threadPage: Measure = {
  name: 'thread-page',
  title: 'Reading the page of a thread',
  async run() {
    const network = await openNetwork();
    const product = await startProduct(network);
    try {
      return await measure(network, product);
    } finally {
      await product.stop();
      await network.stop();
    }
  },
};
