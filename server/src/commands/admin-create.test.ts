import { accountRoutes } from '@counterpart/contract';
import { createTestDatabase } from '@counterpart/db/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { readReply } from '../testing/client.ts';
import { runCommand } from '../testing/command.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ mode: 'live', config: { rateLimits: true } });
});
afterAll(() => t.close());

const adminCreate = (databaseUrl: string, ...args: string[]) =>
  runCommand(databaseUrl, 'admin:create', ...args);

async function rowsOf(url: string) {
  const sql = postgres(url, { max: 1 });
  const [rows] = await sql<{ modes: string[]; links: number }[]>`
    select array(select mode::text from network) as modes,
           (select count(*)::int from account_link) as links`;
  await sql.end();
  return rows;
}

it('prints a link that opens an account, and says in which network', async () => {
  const email = 'first@network.example';
  const { code, output } = await adminCreate(t.ownerUrl, '--email', ` ${email} `);
  const { host, pathname } = new URL(t.ownerUrl);
  expect(output).toContain(
    `for ${email}, in the live network in the database "${pathname.slice(1)}" at ${host}.`,
  );
  expect(code).toBe(0);
  const token = /#([\w-]+)/.exec(output)?.[1] ?? '';
  const body = { token, name: 'Amina Diallo', password: 'a lantern by the harbour', locale: 'fr' };
  const answer = await t.anyone.ask(accountRoutes.acceptLink, { body });
  expect(readReply(accountRoutes.acceptLink, answer).member.roles).toEqual(['admin']);
}, 30_000);

it.each([
  ['no address', [], 'Say whose link it is'],
  ['a wrong one', ['--email', 'somebody'], 'No account can have this address'],
  ['a long one', ['--email', `${'a'.repeat(243)}@example.org`], 'No account can have this address'],
])(
  'refuses %s before it looks for a database',
  async (_what, args, sentence) => {
    const { code, output } = await adminCreate('postgres://me@127.0.0.1:1/nowhere', ...args);
    expect(code).toBe(2);
    expect(output.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
  },
  30_000,
);

it('refuses an address that has an account, however it is written', async () => {
  const { email } = await t.make.aMember();
  const before = await rowsOf(t.ownerUrl);
  const { code, output } = await adminCreate(t.ownerUrl, '--email', email.toUpperCase());
  expect(output).toContain(`${email.toUpperCase()} already has an account here.`);
  expect(code).toBe(2);
  expect(await rowsOf(t.ownerUrl)).toEqual(before);
}, 30_000);

it('makes an empty database live, and refuses a demo network in a database of your own', async () => {
  const { ownerUrl, drop } = await createTestDatabase();
  const first = await adminCreate(ownerUrl, '--email', 'first@network.example');
  expect(first.code).toBe(0);
  expect(await rowsOf(ownerUrl)).toEqual({ modes: ['live'], links: 1 });
  const sql = postgres(ownerUrl, { max: 1 });
  await sql`update network set mode = 'demo'`;
  await sql.end();
  const { code, output } = await adminCreate(ownerUrl, '--email', 'second@network.example');
  expect(output).toContain('is a demo network, where everybody chooses');
  expect(code).toBe(2);
  expect(await rowsOf(ownerUrl)).toEqual({ modes: ['demo'], links: 1 });
  await drop();
}, 30_000);
