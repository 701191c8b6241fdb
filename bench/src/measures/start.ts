import { type Figure, type Measure, median } from '../measure.ts';
import { startClient } from '../stage/load.ts';
import { openNetwork } from '../stage/network.ts';
import { call, type Product, signInReaders, startProduct } from '../stage/product.ts';

/** Everything that the other measures do, for a while: pages, lists and posts. */
async function use(product: Product, thread: number): Promise<void> {
  const readers = await signInReaders(product, 32);
  const client = startClient();
  const paths = [`/api/threads/${thread}`, '/api/threads', '/api/threads?filter=unread'];
  try {
    for (const path of paths) {
      const connections = readers.map(({ cookie }) => ({ path, cookie }));
      await client.load({ name: path, base: product.base, connections }, 10);
    }
  } finally {
    await client.stop();
  }
  for (let n = 0; n < 20; n += 1) {
    for (const reader of readers) {
      const body = { body: `Noted, ${n}.`, clientKey: crypto.randomUUID() };
      await call(product, reader, `/api/threads/${thread}/posts`, { method: 'POST', body });
    }
  }
}

export const start: Measure = {
  name: 'start',
  title: 'Start and memory',
  async run() {
    const network = await openNetwork();
    try {
      const times: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const product = await startProduct(network);
        times.push(product.startedInMs);
        await product.stop();
      }
      const product = await startProduct(network);
      const atFirst = product.memory();
      await use(product, network.places.largestThread);
      const figures: Figure[] = [
        {
          what: 'from the start of the process to the first answer',
          value: median(times) / 1000,
          unit: 's',
        },
        { what: 'resident memory after the start', value: atFirst, unit: 'MB' },
        { what: 'resident memory after the run', value: product.memory(), unit: 'MB' },
      ];
      await product.stop();
      return {
        how: 'The built server is started five times on a seeded network whose PostgreSQL is running, and asked until it answers; the median. Then 32 members read pages and lists for half a minute and write 640 posts.',
        figures,
        notes: ['Memory is that of the server alone, as the system counts it (VmRSS).'],
      };
    } finally {
      await network.stop();
    }
  },
};
