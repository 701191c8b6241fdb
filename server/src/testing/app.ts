import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mode } from '@counterpart/contract';
import type { Clock } from '@counterpart/db';
import { createFactories, createTestDatabase, type Factories } from '@counterpart/db/testing';
import postgres, { type Sql } from 'postgres';
import { type App, createApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { LiveClient } from '../platform/live/testing/client.ts';
import { Client } from './client.ts';

export interface TestAppOptions {
  clock?: Clock;
  /** `bench` behaves as `live`, and lets tests go without rate limits. */
  mode?: Mode;
  config?: Partial<Config>;
  /** A demo network tells its story only when this is asked for. */
  withStory?: boolean;
  /** Also the documents of pages, from the template as it is before a build. */
  withPages?: boolean;
}

export interface TestApp {
  app: App;
  /** Makes rows as the owner of the database. */
  make: Factories;
  /** Questions to the database as its owner: what was stored, whatever the replies say. */
  sql: Sql;
  ownerUrl: string;
  /** A browser in which nobody is signed in. */
  anyone: Client;
  /** A browser in which this member is signed in. */
  as(member: { id: number }): Promise<Client>;
  /** A browser with this token in its cookie. */
  holding(token: string): Client;
  /** A live connection of a member; the server starts to listen with the first. */
  connect(member: { id: number }): Promise<LiveClient>;
  /** Until everything committed is numbered and delivered. */
  settle(): Promise<void>;
  /** The statements that requests have sent to the database since this was last asked. */
  statements(): string[];
  close(): Promise<void>;
}

const testConfig: Config = {
  ...readConfig({ RATE_LIMITS: 'off', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' }),
  host: '127.0.0.1',
  port: 0,
};

/** A folder as a build leaves it, without any script. */
async function layOutPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpart-pages-'));
  const template = fileURLToPath(new URL('../../../web/index.html', import.meta.url));
  await copyFile(template, join(folder, 'index.html'));
  return folder;
}

/** The whole product on a database of its own, without a network in between. Call `close()`. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { clock, mode = 'bench', config = {}, withStory = false, withPages = false } = options;
  const database = await createTestDatabase();
  const { ownerUrl } = database;
  const sql = postgres(ownerUrl, { max: 2, onnotice: () => undefined });
  const seededAt = withStory ? null : new Date();
  await sql`insert into network (mode, name, seeded_at, created_at)
            values (${mode}, 'Counterpart', ${seededAt}, now())`;
  let statements: string[] = [];
  const webFolder = withPages ? await layOutPages() : undefined;
  const app = await createApp({
    onStatement: (text) => statements.push(text),
    config: { ...testConfig, ...config },
    databaseUrl: ownerUrl,
    webFolder,
    ...(clock && { clock }),
  });
  const make = createFactories(ownerUrl);
  const sockets: LiveClient[] = [];
  const cookieOf = (token: string) => `counterpart=${token}`;
  const holding = (token: string) => new Client(app, cookieOf(token));

  async function port(): Promise<number> {
    if (!app.http.server.listening) await app.listen();
    return (app.http.server.address() as AddressInfo).port;
  }

  return {
    app,
    make,
    sql,
    ownerUrl,
    anyone: new Client(app),
    holding,
    as: async (member) => holding(await make.aSession(member)),
    async connect(member) {
      const cookie = cookieOf(await make.aSession(member));
      const socket = new LiveClient({ port: await port(), cookie, origin: 'http://localhost' });
      sockets.push(socket);
      await socket.ready;
      return socket;
    },
    settle: () => app.settle(),
    statements() {
      const sent = statements;
      statements = [];
      return sent;
    },
    async close() {
      for (const { socket } of sockets) {
        if (!socket.connected) continue;
        socket.disconnect();
      }
      await app.close();
      await Promise.all([make.close(), sql.end({ timeout: 5 })]);
      await database.drop();
      if (webFolder !== undefined) await rm(webFolder, { recursive: true });
    },
  };
}
