import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PostView } from '@counterpart/contract';
import { type Database, type NewEvent, newId, openDatabase } from '@counterpart/db';
import { createTestDatabase, type TestDatabase } from '@counterpart/db/testing';
import { createLive, type Live, type LiveReading } from '../../live.ts';
import { createSignIn } from '../../sign-in.ts';
import { createTail } from '../../tail.ts';
import { type Knock, LiveClient } from './client.ts';

/** Rights and posts that a test writes by hand. */
export interface Rights {
  /** Scopes by member. */
  readable: Map<number, Set<string>>;
  /** Views by post. */
  posts: Map<number, PostView>;
  /** How often data was asked for. */
  asked: number;
  /** Awaited once the answer about rights is known and before it is given. */
  pause?: () => Promise<void>;
}

export function createRights(): Rights {
  return { readable: new Map(), posts: new Map(), asked: 0 };
}

export function may(rights: Rights, memberId: number, ...scopes: string[]): void {
  const known = rights.readable.get(memberId) ?? new Set();
  for (const scope of scopes) known.add(scope);
  rights.readable.set(memberId, known);
}

function readingOf(rights: Rights): LiveReading {
  return {
    readable: async ({ memberId }, scopes) => {
      const own = ['network', `member:${memberId}`];
      const known = rights.readable.get(memberId);
      const readable = new Set(scopes.filter((s) => own.includes(s) || known?.has(s)));
      await rights.pause?.();
      return readable;
    },
    dataFor: (events) => {
      rights.asked += 1;
      const found = new Map<number, PostView>();
      for (const { seq, subject } of events) {
        const post = rights.posts.get(subject);
        if (post !== undefined) found.set(seq, post);
      }
      return Promise.resolve(found);
    },
  };
}

export function viewOf(id: number, version = 1): PostView {
  return {
    id,
    threadId: 1,
    seq: 1,
    revision: 1,
    version,
    body: 'Hello',
    html: '<p>Hello</p>',
    author: {
      member: { id: 1, name: 'A', state: 'active', seat: 'practitioner', institution: null },
    },
    quote: null,
    language: 'en',
    createdAt: new Date(0).toISOString(),
    editedAt: null,
    state: 'published',
    reactions: { useful: 0, tried: 0, talk: 0 },
  };
}

export interface ServerOptions {
  database: TestDatabase;
  rights: Rights;
  rateLimits?: boolean;
}

/** One process of the product, as far as the live side goes. */
export async function startServer({ database, rights, rateLimits = false }: ServerOptions) {
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => void failures.push(error);
  const db = openDatabase({ url: database.url, onFailure });
  const tail = await createTail({ db, onFailure });
  const signIn = createSignIn({ db, secure: false, isLogHeard: () => tail.isHeard(), onFailure });
  const http = createServer((_, response) => response.writeHead(404).end());
  const live: Live = createLive({
    http,
    db,
    tail,
    signIn,
    rateLimits,
    build: 'test',
    onFailure,
    reading: readingOf(rights),
    allowedOrigin: (origin) => origin === 'http://forum.test',
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const clients: LiveClient[] = [];

  return {
    db,
    tail,
    signIn,
    live,
    port,
    failures,
    /** Without waiting for `ready`. */
    knock(knock: Omit<Knock, 'port'> = {}): LiveClient {
      const client = new LiveClient({ ...knock, port });
      clients.push(client);
      return client;
    },
    async connect(cookie: string): Promise<LiveClient> {
      const client = this.knock({ cookie });
      await client.ready;
      return client;
    },
    async settle(): Promise<void> {
      await db.numberer.drain();
      await tail.catchUp();
    },
    /** Stores events in one transaction and delivers them; gives the highest number. */
    async tell(...events: NewEvent[]): Promise<number> {
      await write(db, ...events);
      await this.settle();
      return tail.position();
    },
    async stop(): Promise<void> {
      for (const client of clients) client.close();
      await live.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await tail.stop();
      await db.close();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

export function write(db: Database, ...events: NewEvent[]): Promise<void> {
  return db.transaction({ memberId: null }, (tx) => {
    for (const event of events) tx.emit(event);
    return Promise.resolve();
  });
}

/** A database of its own with one server on it. */
export async function startHouse(options: { rateLimits?: boolean } = {}) {
  const database = await createTestDatabase();
  const rights = createRights();
  const server = await startServer({ database, rights, ...options });

  return {
    database,
    rights,
    server,
    /** A new active member who is signed in. */
    async member(): Promise<{ id: number; cookie: string; sessionId: number }> {
      const id = newId();
      await server.db.read(
        (sql) => sql`insert into member (id, seat, state, created_at)
                     values (${id}, 'practitioner', 'active', now())`,
      );
      const { token, cookie } = await server.signIn.begin(id, 'test');
      const signedIn = await server.signIn.recognise(token);
      const sessionId = signedIn?.actor.sessionId ?? 0;
      return { id, cookie: cookie.split(';')[0] ?? '', sessionId };
    },
    async stop(): Promise<void> {
      await server.stop();
      await database.drop();
    },
  };
}

export type TestHouse = Awaited<ReturnType<typeof startHouse>>;
