import type { AddressInfo } from 'node:net';
import type { App } from '../../app.ts';
import { LiveClient } from '../../platform/live/testing/client.ts';

/** Where a server listens; it begins to with the first question. */
export async function portOf({ http, listen }: App): Promise<number> {
  if (!http.server.listening) await listen();
  return (http.server.address() as AddressInfo).port;
}

/** A live connection, and everything that ever came over it. */
export interface Line {
  client: LiveClient;
  /** Each frame as it came, before anything made sense of it. */
  frames: string[];
}

/** Connects without waiting for `ready`, and listens below socket.io. */
export async function openLine(app: App, token: string): Promise<Line> {
  const cookie = `counterpart=${token}`;
  const client = new LiveClient({ port: await portOf(app), cookie, origin: 'http://localhost' });
  const frames: string[] = [];
  client.socket.io.engine.on('packet', ({ data }) => frames.push(String(data)));
  return { client, frames };
}
