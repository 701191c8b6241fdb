import { connect, createServer, type Socket } from 'node:net';

export interface Line {
  port: number;
  /** Cuts all connections and takes no new ones. */
  cut(): void;
  /** From now on what the browser sends stays on its way, as on a line that hangs. */
  hold(): void;
  /** All goes through again, also what was held. */
  heal(): void;
  close(): Promise<void>;
}

/** A line between browser and product that can be cut, as a train in a tunnel cuts it. */
export async function openLine(target: number): Promise<Line> {
  let state: 'whole' | 'held' | 'cut' = 'whole';
  const open = new Set<Socket>();
  /** Each lets one connection go on that is held. */
  let held: (() => void)[] = [];
  const ways = new Map<Socket, Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      open.delete(socket);
      ways.delete(socket);
    });
  };
  const server = createServer((near) => {
    keep(near);
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    keep(far);
    ways.set(near, far);
    far.pipe(near);
    if (state === 'held') held.push(() => near.pipe(far));
    else near.pipe(far);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port.');
  const cut = () => {
    state = 'cut';
    held = [];
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    hold() {
      state = 'held';
      for (const [near, far] of ways) {
        near.unpipe(far);
        held.push(() => near.pipe(far));
      }
    },
    heal() {
      state = 'whole';
      for (const release of held.splice(0)) release();
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
