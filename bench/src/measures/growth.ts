import { atMost, type Figure, type Measure, median } from '../measure.ts';
import { inTurn, type Loaded, startClient, type Target } from '../stage/load.ts';
import { type Network, openNetwork, type Size } from '../stage/network.ts';
import { type Product, signInReaders, startProduct } from '../stage/product.ts';

const most = 1.2;
const small: Size = { members: 300, threads: 660, posts: 10_000, largest: 1000 };
const large: Size = { members: 300, threads: 66_000, posts: 1_000_000, largest: 1000 };

async function targetsIn(name: string, network: Network, product: Product): Promise<Target[]> {
  const readers = await signInReaders(product, 32);
  const { largestThread, ordinaryThread } = network.places;
  const paths = {
    'largest thread': `/api/threads/${largestThread}`,
    'ordinary thread': `/api/threads/${ordinaryThread}`,
    'active threads': '/api/threads',
    'new threads': '/api/threads?filter=new',
    'unread threads': '/api/threads?filter=unread',
  };
  return Object.entries(paths).map(([what, path]) => ({
    name: `${what}, ${name}`,
    base: product.base,
    connections: readers.map(({ cookie }) => ({ path, cookie })),
  }));
}

function figuresOf(results: Map<string, Loaded[]>): Figure[] {
  const perSecond = (name: string) =>
    median((results.get(name) ?? []).map((loaded) => loaded.perSecond));
  return [...results.keys()]
    .filter((name) => name.endsWith(', small'))
    .flatMap((name) => {
      const what = name.replace(', small', '');
      const [few, many] = [perSecond(name), perSecond(`${what}, large`)];
      return [
        { what: `${what}: 10 thousand posts`, value: few, unit: 'requests/s' },
        { what: `${what}: 1 million posts`, value: many, unit: 'requests/s' },
        atMost(`${what}: times as long with a million`, few / many, '', most),
      ];
    });
}

export const growth: Measure = {
  name: 'growth',
  title: 'The same pages in a network a hundred times as large',
  async run() {
    const opened: (() => Promise<void>)[] = [];
    const client = startClient();
    opened.push(client.stop);
    try {
      const targets: Target[][] = [];
      for (const [name, size] of [
        ['small', small],
        ['large', large],
      ] as const) {
        const network = await openNetwork(size);
        opened.push(network.stop);
        const product = await startProduct(network);
        opened.push(product.stop);
        targets.push(await targetsIn(name, network, product));
      }
      // Each page small and large one after the other, so that both see the same machine.
      const [few = [], many = []] = targets;
      const inPairs = few.flatMap((target, index) => [target, many[index] ?? target]);
      const results = await inTurn(client, inPairs, { rounds: 5, seconds: 3 });
      return {
        how: '32 members read pages and lists of two networks in turn: one of 10 thousand posts in 660 threads, and one of a million in 66 thousand. Medians of five rounds of 3 s.',
        figures: figuresOf(results),
        notes: [
          'The largest thread has a thousand posts in both, and members have opened as many threads in both.',
        ],
      };
    } finally {
      for (const close of opened.toReversed()) await close();
    }
  },
};
