import { accountRoutes, routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { readProblem, readReply } from '../../testing/client.ts';
import { aFirstAdminLink } from '../../testing/world.ts';
import { linkFirstAdmin } from './index.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const { acceptLink } = accountRoutes;

async function membersOf(email: string) {
  return t.sql`
    select m.state, g.role from member m
    join member_person p on p.member_id = m.id
    left join role_grant g on g.member_id = m.id
    where p.email = ${email}`;
}

it('opens one account with the role of admin, signed in at once', async () => {
  const email = 'first@network.example';
  const body = await aFirstAdminLink(t, { email });
  const answer = await t.anyone.ask(acceptLink, { body });
  const session = readReply(acceptLink, answer);
  expect(session).toMatchObject({
    locale: 'fr',
    member: { name: 'Amina Diallo', roles: ['admin'] },
    can: ['ask', 'announce', 'moderate', 'administer'],
  });
  const token = /^counterpart=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
  await t.holding(token).call(routes.getHome, {});
  expect([...(await membersOf(email))]).toEqual([{ state: 'active', role: 'admin' }]);
  const { password } = body;
  await t.anyone.call(accountRoutes.signIn, { body: { email, password } });
});

it('opens one account when fifty try at once', async () => {
  const email = 'race@network.example';
  const body = await aFirstAdminLink(t, { email });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => t.anyone.ask(acceptLink, { body })),
  );
  const codes = answers.map((answer) =>
    answer.status === 200 ? 'opened' : readProblem(answer).code,
  );
  expect(codes.filter((code) => code === 'opened')).toHaveLength(1);
  expect(new Set(codes)).toEqual(
    new Set(['opened', 'link-spent', ...codes.filter((code) => code === 'busy')]),
  );
  expect(await membersOf(email)).toHaveLength(1);
});

it('is spent after use, and ends by itself', async () => {
  const body = await aFirstAdminLink(t);
  readReply(acceptLink, await t.anyone.ask(acceptLink, { body }));
  expect((await t.anyone.refused(acceptLink, { body })).code).toBe('link-spent');
  const late = await aFirstAdminLink(t, { expiresAt: new Date(Date.now() - 1000) });
  expect((await t.anyone.refused(acceptLink, { body: late })).code).toBe('link-spent');
});

it('keeps only the hash of its token', async () => {
  const token = 'a-token-of-the-command-line-0123456789';
  await linkFirstAdmin(t.app.house.db, { email: 'kept@network.example', token });
  const rows = await t.sql`select account_link::text from account_link`;
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
  const body = { ...(await aFirstAdminLink(t)), token };
  readReply(acceptLink, await t.anyone.ask(acceptLink, { body }));
});

it('refuses a password that is short or easily guessed, and can be used again', async () => {
  const body = await aFirstAdminLink(t, { email: 'mariama@network.example' });
  for (const password of [
    'too short',
    'counterpart-2026!',
    'Mariama of the sea',
    'aaaaaaaaaaaaaaaa',
  ]) {
    const problem = await t.anyone.refused(acceptLink, { body: { ...body, password } });
    expect(problem.fields?.map(({ path }) => path)).toEqual(['password']);
  }
  readReply(acceptLink, await t.anyone.ask(acceptLink, { body }));
});

it('takes long passwords whole', async () => {
  const email = 'long@network.example';
  const long = `${'a lighthouse and '.repeat(12)}end`;
  const body = { ...(await aFirstAdminLink(t, { email })), password: long };
  readReply(acceptLink, await t.anyone.ask(acceptLink, { body }));
  const cut = { email, password: long.slice(0, -1) };
  expect((await t.anyone.refused(accountRoutes.signIn, { body: cut })).code).toBe(
    'credentials-refused',
  );
});

it('does not open a second account for an address', async () => {
  const { email } = await t.make.aMember();
  const body = await aFirstAdminLink(t, { email: email.toUpperCase() });
  expect((await t.anyone.refused(acceptLink, { body })).code).toBe('member-exists');
  expect(await membersOf(email)).toHaveLength(1);
});
