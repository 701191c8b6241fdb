import { accountRoutes } from '@counterpart/contract';
import type { TestMember } from '@counterpart/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPasswords } from '../../platform/passwords.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Answer, Client, readProblem, readReply } from '../../testing/client.ts';
import { cheapHash } from '../../testing/world.ts';

const password = 'nine slow tides';
const minutes = 60_000;

let t: TestApp;
let now = new Date('2026-03-02T10:00:00Z');
let member: TestMember;
beforeAll(async () => {
  t = await startTestApp({
    mode: 'live',
    config: { rateLimits: true },
    clock: { now: () => now },
  });
});
afterAll(() => t.close());

let network = 0;
/** An address in a network that nobody has tried from. */
function freshAddress(): string {
  network += 1;
  return `10.1.${network}.7`;
}

beforeEach(async () => {
  now = new Date(now.getTime() + 60 * minutes);
  member = await t.make.aMember({ passwordHash: await cheapHash(password) });
});

function signIn(email: string, tried: string, from: string, headers = {}): Promise<Answer> {
  return t.anyone.send({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ email, password: tried }),
    from,
  });
}

const codeOf = (answer: Answer) => (answer.status === 200 ? 'in' : readProblem(answer).code);

function tokenIn(answer: Answer): string {
  return /^counterpart=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
}

describe('address and password', () => {
  it('open a sign-in, whatever the case of the address', async () => {
    const answer = await signIn(member.email.toUpperCase(), password, freshAddress());
    expect(readReply(accountRoutes.signIn, answer)).toMatchObject({ member: { id: member.id } });
    const { member: own } = await t.holding(tokenIn(answer)).call(accountRoutes.getSession, {});
    expect(own.name).toBe(member.name);
  });

  it('give the same answer for an unknown address and a wrong password', async () => {
    const from = freshAddress();
    const wrong = readProblem(await signIn(member.email, 'not this one', from));
    const unknown = readProblem(await signIn('nobody@members.example', password, from));
    const { requestId: _, ...rest } = wrong;
    expect(unknown).toMatchObject(rest);
    expect(wrong.code).toBe('credentials-refused');
  });

  it('take as long for an unknown address as for a wrong password', async () => {
    const costly = await t.make.aMember({ passwordHash: await createPasswords().hash(password) });
    async function quickest(email: string): Promise<number> {
      const found: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const began = performance.now();
        await signIn(email, 'not this one', freshAddress());
        found.push(performance.now() - began);
      }
      return Math.min(...found);
    }
    await signIn('first@members.example', password, freshAddress());
    const [known, unknown] = [await quickest(costly.email), await quickest('no@members.example')];
    expect(Math.abs(known - unknown)).toBeLessThan(0.6 * Math.max(known, unknown));
  });

  it.each(['suspended', 'left', 'invited'] as const)(
    'are refused to a %s member',
    async (state) => {
      const passwordHash = await cheapHash(password);
      const { email } = await t.make.aMember({ state, passwordHash });
      expect(codeOf(await signIn(email, password, freshAddress()))).toBe('credentials-refused');
    },
  );

  it('are refused to a member without a password', async () => {
    const { email } = await t.make.aMember();
    expect(codeOf(await signIn(email, '', freshAddress()))).toBe('invalid-request');
    expect(codeOf(await signIn(email, 'x', freshAddress()))).toBe('credentials-refused');
  });
});

describe('attempts', () => {
  it('of one account from one network are limited, and begin anew with the next window', async () => {
    const from = freshAddress();
    for (let n = 0; n < 8; n += 1) {
      expect(codeOf(await signIn(member.email, 'wrong', from))).toBe('credentials-refused');
    }
    const refused = await signIn(member.email, password, from);
    expect(readProblem(refused)).toMatchObject({ code: 'too-many-attempts' });
    expect(Number(refused.headers['retry-after'])).toBe(15 * 60);
    expect(codeOf(await signIn(member.email, password, freshAddress()))).toBe('in');
    now = new Date(now.getTime() + 15 * minutes);
    expect(codeOf(await signIn(member.email, password, from))).toBe('in');
  });

  it('are counted before they are made, so that many at once do not slip through', async () => {
    const from = freshAddress();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(member.email, 'wrong', from)),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === 'credentials-refused')).toHaveLength(8);
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(22);
  });

  // Sixty passwords and more are hashed here and below, one after the other, at their full cost.
  it('of one account from everywhere are limited; one network cannot use them all up', async () => {
    const stubborn = freshAddress();
    for (let n = 0; n < 40; n += 1) await signIn(member.email, 'wrong', stubborn);
    for (let n = 0; n < 22; n += 1) {
      expect(codeOf(await signIn(member.email, 'wrong', freshAddress()))).toBe(
        'credentials-refused',
      );
    }
    expect(codeOf(await signIn(member.email, password, freshAddress()))).toBe('too-many-attempts');
  }, 30_000);

  it('from one network are limited, whatever the account', async () => {
    const from = freshAddress();
    for (let n = 0; n < 60; n += 1) {
      expect(codeOf(await signIn(`a${n}@members.example`, 'wrong', from))).toBe(
        'credentials-refused',
      );
    }
    const neighbour = from.replace(/\.7$/, '.8');
    expect(codeOf(await signIn(member.email, password, neighbour))).toBe('too-many-attempts');
  }, 30_000);

  it('that succeed are not counted', async () => {
    const from = freshAddress();
    for (let n = 0; n < 12; n += 1) {
      expect(codeOf(await signIn(member.email, password, from))).toBe('in');
    }
    const rows = await t.sql`select key from sign_in_attempt where failures > 0
      and window_start > ${new Date(now.getTime() - minutes)}`;
    expect(rows).toHaveLength(0);
  });

  it('keep neither address nor network in the clear', async () => {
    const from = freshAddress();
    await signIn(member.email, 'wrong', from);
    const rows = await t.sql<{ key: string }[]>`select key from sign_in_attempt`;
    const kept = rows.map(({ key }) => key).join(' ');
    expect(kept).not.toContain(member.email);
    expect(kept).not.toContain(from.replace(/\.7$/, ''));
  });
});

describe('the cookie', () => {
  it('cannot be read by scripts nor sent by other sites', async () => {
    const answer = await signIn(member.email, password, freshAddress());
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^counterpart=\S+;/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Domain');
  });

  it('belongs to one host and TLS where the address begins with https', async () => {
    const secure = await startTestApp({ config: { publicUrl: 'https://forum.example' } });
    const passwordHash = await cheapHash(password);
    const { email } = await secure.make.aMember({ passwordHash });
    const answer = await new Client(secure.app).ask(accountRoutes.signIn, {
      body: { email, password },
    });
    await secure.close();
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-counterpart=\S+; .*Secure/);
    expect(answer.headers['strict-transport-security']).toContain('max-age=');
  });

  it('holds a token of which the database keeps only the hash', async () => {
    const token = tokenIn(await signIn(member.email, password, freshAddress()));
    expect(token.length).toBeGreaterThanOrEqual(26);
    const rows = await t.sql`select session::text from session where member_id = ${member.id}`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('is a new one at each sign-in, and the earlier one of the browser ends', async () => {
    const from = freshAddress();
    const first = tokenIn(await signIn(member.email, password, from));
    const headers = { cookie: `counterpart=${first}` };
    const second = tokenIn(await signIn(member.email, password, from, headers));
    expect(second).not.toBe(first);
    expect((await t.holding(first).refused(accountRoutes.getSession)).code).toBe('signed-out');
    await t.holding(second).call(accountRoutes.getSession, {});
  });
});
