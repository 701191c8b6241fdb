import { createHash } from 'node:crypto';
import type { TestMember } from '@counterpart/db/testing';
import { hash } from '@node-rs/argon2';
import type { TestApp } from './app.ts';

/** The cheapest parameters that are still argon2id: the hash tells them to whoever verifies. */
export function cheapHash(password: string): Promise<string> {
  return hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
}

export const hashLinkToken = (token: string) => createHash('sha256').update(token).digest();

const password = 'seven quiet rivers';
let passwordHash: Promise<string> | undefined;

/** Stores a link for the first admin; gives what a person sends to open the account. */
export async function aFirstAdminLink(t: TestApp, wish: { email?: string; expiresAt?: Date } = {}) {
  const token = crypto.randomUUID().replaceAll('-', '') + 'abcdefgh';
  const { email = `${token.slice(0, 8)}@first.example` } = wish;
  const { expiresAt = new Date(Date.now() + 3_600_000) } = wish;
  await t.sql`insert into account_link (token_hash, purpose, email, created_at, expires_at)
    values (${hashLinkToken(token)}, 'first-admin', ${email}, now(), ${expiresAt})`;
  return { token, name: 'Amina Diallo', password: 'a lantern by the harbour', locale: 'fr' };
}

async function people({ make }: TestApp) {
  passwordHash ??= cheapHash(password);
  return {
    author: await make.aMember({ passwordHash: await passwordHash }),
    /** Signed in, and nothing more. */
    reader: await make.aMember(),
    joined: await make.aMember(),
    facilitator: await make.aMember(),
    moderator: await make.aMember({ role: 'moderator' }),
    admin: await make.aMember({ role: 'admin' }),
    /** Has asked to be admitted to the restricted space. */
    applicant: await make.aMember(),
  };
}

/** A small network: a thread everybody reads, one that only insiders read, and who is who. */
export async function aWorld(t: TestApp) {
  const { make } = t;
  const cast = await people(t);
  const { author, joined, facilitator, applicant } = cast;
  const inside = { members: [author, joined], facilitators: [facilitator] };
  const space = await make.aSpace(inside);
  const restricted = await make.aSpace({ ...inside, access: 'restricted', requests: [applicant] });
  const secret = await make.aSpace({ ...inside, access: 'private' });

  return {
    t,
    anyone: t.anyone,
    people: cast,
    password,
    space,
    restricted,
    secret,
    thread: await make.aThread({ space, author, answers: [{}, {}] }),
    hidden: await make.aThread({ space: secret, author, answers: [{}] }),
    /** Signs a member in once more; gives the id of that sign-in. */
    async signedIn(member: TestMember): Promise<number> {
      const id = Math.floor(Math.random() * Number.MAX_SAFE_INTEGER) + 1;
      await make.aSession(member, { id });
      return id;
    },
    aLink: () => aFirstAdminLink(t),
  };
}

export type World = Awaited<ReturnType<typeof aWorld>>;
