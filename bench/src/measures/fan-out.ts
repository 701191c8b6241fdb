import { livePath } from '@counterpart/contract';
import { atMost, type Figure, type Measure, share } from '../measure.ts';
import type { Reader } from '../stage/product.ts';
import { startProgram } from '../stage/programs.ts';
import { type Scene, withScene } from '../stage/scene.ts';

const listeners = 200;
const rounds = 4;
const posts = 25;
const most = 1.5;
const body = {
  body: 'We asked the neighbours again after the winter.\n\nMost of them knew a mediator by **name**.',
};

interface Sent {
  answered: number;
  arrived: number[];
}

/** Where posts go, by whom, and who listens. */
function target({ product }: Scene, url: string, writer: Reader) {
  return {
    url,
    origin: product.origin,
    cookie: writer.cookie,
    body,
    patienceMs: 5_000,
    everyMs: 100,
    posts,
  };
}

function figuresOf(product: readonly Sent[], bare: readonly Sent[]): Figure[] {
  const times = (all: readonly Sent[]) => all.flatMap(({ arrived }) => arrived);
  const lost = (all: readonly Sent[]) => all.length * listeners - times(all).length;
  const lines = ([0.5, 0.99] as const).flatMap((part) => {
    const [ours, theirs] = [share(times(product), part), share(times(bare), part)];
    const what = `p${part * 100}`;
    return [
      { what: `${what} from sending to a socket`, value: ours, unit: 'ms' },
      { what: `${what} with the bare server`, value: theirs, unit: 'ms' },
      atMost(`${what}, the one beside the other`, ours / theirs, '', most),
    ];
  });
  const answered = (all: readonly Sent[]) =>
    share(
      all.map((one) => one.answered),
      0.5,
    );
  return [
    ...lines,
    { what: 'half of the posts are answered within', value: answered(product), unit: 'ms' },
    { what: 'half with the bare server', value: answered(bare), unit: 'ms' },
    { ...atMost('events lost', lost(product), '', 0), aim: '0' },
    { what: 'events lost by the bare server', value: lost(bare), unit: '' },
  ];
}

export const fanOut: Measure = {
  name: 'fan-out',
  title: 'One post to 200 open pages',
  run: () =>
    withScene({ readers: listeners + 1 }, async (scene) => {
      const { network, product, readers } = scene;
      const [writer, ...others] = readers;
      if (writer === undefined) throw new Error('Nobody is signed in.');
      const thread = network.places.largestThread;
      const [live, plain] = [startProgram('sockets'), startProgram('sockets')];
      const cookies = others.map(({ cookie }) => cookie);
      const { origin } = product;
      const scope = `thread:${thread}`;
      await live.ask({ what: 'open', base: product.base, origin, livePath, scope, cookies });
      const toProduct = target(scene, `${product.base}/api/threads/${thread}/posts`, writer);
      const event = await live.ask({ what: 'hear', ...toProduct });
      const bare = startProgram('bare-socket');
      const { port } = await bare.ask<{ port: number }>({ event });
      const base = `http://127.0.0.1:${port}`;
      await plain.ask({ what: 'open', base, origin, cookies });
      const toBare = target(scene, base, writer);
      const results: [Sent[], Sent[]] = [[], []];
      for (let n = 0; n <= rounds; n += 1) {
        const ours = await live.ask<Sent[]>({ what: 'send', ...toProduct });
        const theirs = await plain.ask<Sent[]>({ what: 'send', ...toBare });
        // The first is for warming up.
        if (n === 0) continue;
        results[0].push(...ours);
        results[1].push(...theirs);
      }
      await Promise.all([live.stop(), plain.stop(), bare.stop()]);
      return {
        how: `${listeners} members have the same thread open, each on a socket of their own. A post is sent every 100 ms, ${posts} in each of ${rounds} rounds, and the time is taken from the sending of the request to the arrival at each socket. Beside it a bare socket.io server sends the same bytes to as many sockets as soon as a request has come.`,
        figures: figuresOf(...results),
        notes: [
          'The product stores the post, commits it to the disk, gives it its number in the log and looks who may still read it before it is sent; the bare server does none of this.',
          'For orientation, NodeBB 4.15 takes 15 (p50) and 29 (p99) times as long as the bare server.',
        ],
      };
    }),
};
