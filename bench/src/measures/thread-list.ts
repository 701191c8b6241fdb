import { atLeast, atMost, type Figure, type Measure, median } from '../measure.ts';
import { asBrowsersAsk, inTurn } from '../stage/load.ts';
import { call } from '../stage/product.ts';
import { withScene } from '../stage/scene.ts';
import { ofRequests, statementsOf } from '../stage/statements.ts';

const leastPerSecond = 2_000;
const mostStatements = 3;
const lists = {
  active: '/api/threads',
  new: '/api/threads?filter=new',
  unread: '/api/threads?filter=unread',
} as const;

export const threadList: Measure = {
  name: 'thread-list',
  title: 'Reading lists of threads',
  run: () =>
    withScene({}, async ({ network, product, readers, client }) => {
      const targets = Object.entries(lists).flatMap(([name, path]) => {
        const connections = readers.map(({ cookie }) => ({ path, cookie }));
        const compressed = asBrowsersAsk(connections);
        return [
          { name, base: product.base, connections },
          { name: `${name}, compressed`, base: product.base, connections: compressed },
        ];
      });
      const results = await inTurn(client, targets, { rounds: 5, seconds: 4 });
      const [reader] = readers;
      const figures: Figure[] = [];
      for (const [name, path] of Object.entries(lists)) {
        const loaded = results.get(name) ?? [];
        const compressed = results.get(`${name}, compressed`) ?? [];
        const sent = await statementsOf(network, async () => {
          if (reader) await call(product, reader, path);
        });
        const kilobytes = `${(loaded[0]?.kilobytes ?? 0).toFixed(0)} kB`;
        figures.push(
          atLeast(
            `${name}, ${kilobytes}`,
            median(loaded.map(({ perSecond }) => perSecond)),
            'requests/s',
            leastPerSecond,
          ),
          {
            what: `the same as browsers ask for it, ${(compressed[0]?.kilobytes ?? 0).toFixed(0)} kB`,
            value: median(compressed.map(({ perSecond }) => perSecond)),
            unit: 'requests/s',
          },
          {
            what: '99 of 100 answers within',
            value: median(loaded.map(({ p99 }) => p99)),
            unit: 'ms',
          },
          atMost('statements', ofRequests(sent).length, '', mostStatements),
        );
      }
      return {
        how: `${readers.length} members, each on a connection of their own, read the first page of 30 threads. Server, database and client share two cores; medians of five rounds of 4 s in turn. Statements are counted in the log of PostgreSQL for one request.`,
        figures,
        notes: [
          'Who is signed in is remembered for five seconds; when it is asked again, that statement is not counted.',
          'For orientation, the statements of NodeBB 4.15: 48 for a category, 60 for recent, 65 for unread.',
        ],
      };
    }),
};
