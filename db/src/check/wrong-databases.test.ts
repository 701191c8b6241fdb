import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { APP_ROLE, migrate } from '../migrate.ts';
import { CLUSTER_VARIABLE, createTestDatabase } from '../testing/template.ts';
import { checkDatabase } from './check-database.ts';

const cluster = process.env[CLUSTER_VARIABLE] ?? '';
const owner = postgres(cluster, { max: 1, onnotice: () => undefined });
const databases: string[] = [];
const roles: string[] = [];

afterAll(async () => {
  for (const name of databases) await owner.unsafe(`drop database ${name} with (force)`);
  for (const name of roles) await owner.unsafe(`drop role ${name}`);
  await owner.end();
});

function clusterWith(change: (url: URL) => void, base = cluster): string {
  const url = new URL(base);
  change(url);
  return url.href;
}

const freshName = (what: string) => `${what}_${randomBytes(6).toString('hex')}`;

async function aDatabase(as = ''): Promise<{ name: string; url: string }> {
  const name = freshName('test');
  await owner.unsafe(`create database ${name} ${as}`);
  databases.push(name);
  return { name, url: clusterWith((url) => (url.pathname = name)) };
}

/** A login of its own, with no rights; gives the address of a database for it. */
async function aStranger(): Promise<{ name: string; to: (url: string) => string }> {
  const name = freshName('stranger');
  await owner.unsafe(`create role ${name} login password 'a-secret'`);
  roles.push(name);
  const to = (url: string) =>
    clusterWith((at) => Object.assign(at, { username: name, password: 'a-secret' }), url);
  return { name, to };
}

async function run(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(statement);
  await sql.end();
}

async function sentence(work: Promise<void>): Promise<string> {
  return work.then(
    () => 'accepted',
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

/** The statement at the end of a sentence that says what to run. */
const advice = (text: string) => /: ((?:CREATE|ALTER|GRANT) [^;]+;)/.exec(text)?.[1] ?? '';

test.each([
  ["template template0 locale_provider libc locale 'C'", 'collation C and LC_CTYPE C'],
  ["template template0 locale_provider icu icu_locale 'und' locale 'C'", 'und and LC_CTYPE C'],
])(
  'a database that is blind for letters is refused, and the one advised works: %s',
  async (as, why) => {
    const { url } = await aDatabase(as);
    const refusal = await sentence(checkDatabase(url));
    expect(refusal).toContain(why);
    const name = freshName('test');
    await owner.unsafe(advice(refusal).replace('DATABASE counterpart', `DATABASE ${name}`));
    databases.push(name);
    const better = clusterWith((at) => (at.pathname = name));
    await checkDatabase(better);
    await run(better, 'create extension pg_trgm');
    await run(better, "do $$ begin assert similarity('مدرسة', 'مدرسة') = 1; end $$");
  },
);

test('who may make schemas but no tables is told of the grant that helps', async () => {
  const { name, url } = await aDatabase();
  const stranger = await aStranger();
  await owner.unsafe(`grant create on database ${name} to ${stranger.name}`);
  const refusal = await sentence(checkDatabase(stranger.to(url)));
  expect(refusal).toContain('may not create tables in the schema public');
  await run(url, advice(refusal));
  await checkDatabase(stranger.to(url));
});

test('a database with tables of something else is left alone', async () => {
  const { name, url } = await aDatabase();
  await run(url, 'create table member (id int); create table session (id int)');
  const refusal = await sentence(checkDatabase(url));
  expect(refusal).toContain(
    `The database "${name}" already holds something else (with the tables member, session).`,
  );
});

test('a database that takes no changes is told apart from one without rights', async () => {
  const { name, url } = await aDatabase();
  await owner.unsafe(`alter database ${name} set default_transaction_read_only = on`);
  const refusal = await sentence(checkDatabase(url));
  expect(refusal).toContain(`The database "${name}" is set to take no changes.`);
  await owner.unsafe(advice(refusal));
  await checkDatabase(url);
});

test('the tables of another user are not taken over', async () => {
  const database = await createTestDatabase();
  const stranger = await aStranger();
  const refusal = await sentence(checkDatabase(stranger.to(database.ownerUrl)));
  expect(refusal).toContain(`belong to "counterpart", and DATABASE_URL names "${stranger.name}"`);
  await database.drop();
});

test('where the role of serving connections exists, only its grant is asked for', async () => {
  const { name, url } = await aDatabase();
  const stranger = await aStranger();
  await owner.unsafe(`grant ${stranger.name} to counterpart`);
  await owner.unsafe(`alter database ${name} owner to ${stranger.name}`);
  const refusal = await sentence(migrate(stranger.to(url)));
  expect(refusal).toContain('StartError');
  expect(advice(refusal)).toBe(`GRANT ${APP_ROLE} TO ${stranger.name};`);
  await owner.unsafe(advice(refusal));
  await migrate(stranger.to(url));
});

test('a wrong address is told apart: nobody there, wrong password, no such database', async () => {
  const nobody = clusterWith((url) => (url.port = '1'));
  const password = clusterWith((url) => (url.password = 'wrong-secret'));
  const missing = clusterWith((url) => (url.pathname = 'nowhere'));
  const encrypted = clusterWith((url) => (url.search = 'sslmode=require'));
  const odd = clusterWith((url) => (url.search = 'colour=green'));
  await expect(checkDatabase(nobody)).rejects.toThrow('127.0.0.1:1 cannot be reached');
  await expect(checkDatabase(missing)).rejects.toThrow('has no database "nowhere"');
  await expect(checkDatabase(encrypted)).rejects.toThrow('Take sslmode out of DATABASE_URL');
  await expect(checkDatabase(odd)).rejects.toThrow('refuses: unrecognized configuration parameter');
  const refusal = await sentence(checkDatabase(password));
  expect(refusal).toContain('does not accept the user "counterpart"');
  expect(refusal).not.toContain('wrong-secret');
});

test.each<[string, (socket: Socket) => void, string]>([
  ['hangs up at once', (socket) => socket.end(), 'ends each connection without an answer'],
  ['says nothing', () => undefined, 'does not answer'],
  // An invitation to log in, and silence after it.
  [
    'stops answering',
    (socket) => socket.write('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I'),
    'does not answer',
  ],
  ['speaks another language', (socket) => socket.write('SSH-2.0-Other\r\n'), 'does not answer'],
])('a server that %s is refused with a sentence', async (_, answer, words) => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.resume().on('error', () => undefined));
    answer(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const refusal = checkDatabase(
    clusterWith((url) => (url.port = port)),
    { patienceMs: 300 },
  );
  expect(await sentence(refusal)).toContain(`The database server at 127.0.0.1:${port} ${words}`);
  for (const socket of sockets) socket.destroy();
  server.close();
});
