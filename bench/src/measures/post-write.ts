import { atLeast, type Figure, type Measure, median } from '../measure.ts';
import { setPostgres } from '../stage/network.ts';
import { call, type Reader } from '../stage/product.ts';
import { startProgram } from '../stage/programs.ts';
import { type Scene, withScene } from '../stage/scene.ts';
import { type Statement, statementsOf } from '../stage/statements.ts';

const connections = 16;
const rounds = 5;
const seconds = 4;
const leastShare = 0.3;
const leastPerSecond = 700;

const body = `We began with **chairs**: a café that may open until ten, and two mediators on the square.

- They are paid by the city and chosen by the neighbours.
- After three months we asked 212 people, and most knew one of them by name.

What we would do differently is written in [our report](https://example.org/report).`;

interface Target {
  thread: number;
  author: number;
  reader: Reader;
}

interface Written {
  perSecond: number;
  p99: number;
}

/** A thread for each writer: writers in one thread would wait for its row on both sides. */
async function findTargets({ network, product, readers }: Scene): Promise<Target[]> {
  const { items } = await call<{ items: { id: number; sharing: string }[] }>(
    product,
    readers[0] as Reader,
    `/api/threads?space=${network.places.spaces.open}&limit=50`,
  );
  // Some are only for those who have joined the space.
  const open = items.filter(({ sharing }) => sharing === 'network');
  const targets: Target[] = [];
  for (const [index, reader] of readers.entries()) {
    const session = await call<{ member: { id: number } }>(product, reader, '/api/session');
    targets.push({ thread: open[index]?.id ?? 0, author: session.member.id, reader });
  }
  return targets;
}

/** Names for what is new in each post, in the place of what was new in the one that was captured. */
function nameParams(statements: readonly Statement[], names: Map<string, string>) {
  return statements.map(({ text, params }) => ({
    text,
    params: params.map((param) => {
      const name = param === null ? undefined : names.get(param);
      return name === undefined ? param : { name };
    }),
  }));
}

/** What one post really sends inside its transaction, with parameters. */
async function capture({ network, product }: Scene, { thread, author, reader }: Target) {
  const clientKey = crypto.randomUUID();
  let post = { id: 0, seq: 0 };
  const sent = await statementsOf(network, async () => {
    const path = `/api/threads/${thread}/posts`;
    const answer = await call<{ post: typeof post }>(product, reader, path, {
      method: 'POST',
      body: { body, clientKey },
    });
    post = answer.post;
  });
  const begin = sent.findIndex(({ text }) => /^begin/i.test(text));
  const statements = sent
    .slice(begin + 1)
    .filter(({ text }) => !/number_events|from event |log_head/.test(text));
  const end = statements.findIndex(({ text }) => /^commit/i.test(text));
  if (begin < 0 || end < 0) throw new Error('The transaction of a post was not found in the log.');
  const names = new Map([
    [String(thread), 'thread'],
    [String(author), 'author'],
    [String(post.id), 'post'],
    [String(post.seq), 'seq'],
    [clientKey, 'clientKey'],
  ]);
  return {
    inTransaction: nameParams(statements.slice(0, end), names),
    others: statements.length - end - 1 + begin,
  };
}

function figuresFor(what: string, api: readonly Written[], direct: readonly Written[]): Figure[] {
  const [posts, same] = [api, direct].map((all) => median(all.map(({ perSecond }) => perSecond)));
  return [
    atLeast(`${what}: posts through the API`, posts ?? 0, 'posts/s', leastPerSecond),
    { what: `${what}: the same SQL directly`, value: same ?? 0, unit: 'transactions/s' },
    atLeast(`${what}: the one beside the other`, (posts ?? 0) / (same ?? 1), '', leastShare),
    {
      what: `${what}: 99 of 100 posts answered within`,
      value: median(api.map(({ p99 }) => p99)),
      unit: 'ms',
    },
  ];
}

export const postWrite: Measure = {
  name: 'post-write',
  title: 'Writing posts',
  run: () =>
    withScene({ readers: connections }, async (scene) => {
      const { network, product } = scene;
      const targets = await findTargets(scene);
      const { inTransaction, others } = await capture(scene, targets[0] as Target);
      const [api, direct] = [startProgram('write'), startProgram('write')];
      const throughApi = {
        base: product.base,
        seconds,
        body: { body },
        connections: targets.map(({ thread, reader: { cookie } }) => ({
          path: `/api/threads/${thread}/posts`,
          cookie,
          origin: product.origin,
        })),
      };
      const directly = {
        url: network.url,
        seconds,
        statements: inTransaction,
        connections: targets.map(({ thread, author }) => ({
          thread: String(thread),
          author: String(author),
        })),
      };
      async function round(what: string): Promise<Figure[]> {
        const results: [Written[], Written[]] = [[], []];
        for (let n = 0; n <= rounds; n += 1) {
          const one = await api.ask<Written>(throughApi);
          const other = await direct.ask<Written>(directly);
          // The first is for warming up.
          if (n === 0) continue;
          results[0].push(one);
          results[1].push(other);
        }
        return figuresFor(what, ...results);
      }
      const figures = await round('this disk');
      await setPostgres(network, { commit_delay: '2000', commit_siblings: '0' });
      figures.push(...(await round('a commit of 2 ms')));
      await Promise.all([api.stop(), direct.stop()]);
      return {
        how: `${connections} members write in a thread each, one post after the other, of 60 words with a list and a link. Beside it the statements that such a post was seen to send are sent by the same driver, prepared, one after the other on each of ${connections} connections. Medians of ${rounds} rounds of ${seconds} s in turn.`,
        figures: [
          {
            what: 'statements in the transaction of a post',
            value: inTransaction.length,
            unit: '',
          },
          { what: 'other statements until it is answered', value: others, unit: '' },
          ...figures,
        ],
        notes: [
          'A slow disk is brought into the picture by PostgreSQL itself: with commit_delay = 2000 and commit_siblings = 0 every group of commits waits for 2 ms before it is forced to the disk.',
          'Both sides force each commit to the disk. The product also numbers the events meanwhile and follows the log.',
          'For orientation, NodeBB 4.15: 27 posts/s on PostgreSQL (273 statements in 29 transactions), 136 on Redis.',
        ],
      };
    }),
};
