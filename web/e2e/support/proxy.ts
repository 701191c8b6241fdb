import { connect, createServer, type Socket } from 'node:net';

export interface Line {
  port: number;
  /** Cuts all connections and takes no new ones. */
  cut(): void;
  heal(): void;
  close(): Promise<void>;
}

/** A line between browser and product that can be cut, as a train in a tunnel cuts it. */
export async function openLine(target: number): Promise<Line> {
  let isWhole = true;
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (!isWhole) {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    keep(far);
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port.');
  const cut = () => {
    isWhole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    heal: () => {
      isWhole = true;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
