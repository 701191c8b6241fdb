import type { accountRoutes, BodyOf, Preferences } from '@counterpart/contract';
import { type Database, isDuplicate, newId } from '@counterpart/db';
import {
  accountLink,
  member,
  memberCredential,
  memberPerson,
  roleGrant,
} from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { acting } from '../../platform/acting.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Attempts } from '../../platform/attempts.ts';
import { isGuessable } from '../../platform/guessable.ts';
import type { House } from '../../platform/house.ts';
import type { Passwords } from '../../platform/passwords.ts';
import { Refusal } from '../../platform/refusal.ts';
import { hashToken } from '../../platform/session-store.ts';

/** What signing in needs beside the house. */
export interface Keys {
  passwords: Passwords;
  attempts: Attempts;
}

/**
 * Gives the member's id when address and password belong together. An unknown address gets the same
 * answer after the same time.
 */
export async function checkPassword(
  house: House,
  { passwords, attempts }: Keys,
  { email, password, ip }: { email: string; password: string; ip: string },
): Promise<number> {
  const attempt = await attempts.begin(email, ip);
  const [known] = await house.db.query((orm) =>
    orm
      .select({ memberId: member.id, hash: memberCredential.passwordHash })
      .from(memberPerson)
      .innerJoin(member, and(eq(member.id, memberPerson.memberId), eq(member.state, 'active')))
      .innerJoin(memberCredential, eq(memberCredential.memberId, member.id))
      .where(eq(sql`lower(${memberPerson.email})`, email.trim().toLowerCase())),
  );
  const matches = await passwords.matches(known?.hash, password);
  if (known === undefined || !matches) throw new Refusal('credentials-refused');
  await attempt.succeeded();
  return known.memberId;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** Keeps the actor's interface language, appearance, numerals and time zone (an IANA name). */
export async function setPreferences(
  house: House,
  actor: Actor,
  wanted: Preferences,
): Promise<void> {
  if (!isTimeZone(wanted.timeZone)) {
    throw new Refusal('invalid-request', { fields: [{ path: 'timeZone', reason: 'unknown' }] });
  }
  await house.db.transaction(acting(actor), async (tx) => {
    await tx.orm.update(memberPerson).set(wanted).where(eq(memberPerson.memberId, actor.memberId));
    const { memberId } = actor;
    // The language is part of what is remembered of a sign-in.
    tx.emit({
      scope: `member:${memberId}`,
      type: 'access.changed',
      subject: memberId,
      version: 1,
    });
  });
}

type LinkUse = BodyOf<typeof accountRoutes.acceptLink>;

function usable(token: string, now: Date) {
  return and(
    eq(accountLink.tokenHash, hashToken(token)),
    isNull(accountLink.usedAt),
    gt(accountLink.expiresAt, now),
  );
}

/** Judges link and password before the costly hash is made. */
async function checkLinkUse(house: House, { token, password, name }: LinkUse): Promise<void> {
  const [link] = await house.db.query((orm) =>
    orm.select().from(accountLink).where(usable(token, house.db.clock.now())),
  );
  if (link === undefined) throw new Refusal('link-spent');
  if (isGuessable(password, { email: link.email, name })) {
    throw new Refusal('password-weak', { fields: [{ path: 'password', reason: 'guessable' }] });
  }
}

/** Opens the account a single-use link stands for; two at once: one of them gets it. */
export async function acceptLink(
  house: House,
  { passwords }: Pick<Keys, 'passwords'>,
  input: LinkUse,
): Promise<number> {
  await checkLinkUse(house, input);
  const { token, name, password, locale } = input;
  const passwordHash = await passwords.hash(password);
  const write = house.db.transaction({ memberId: null }, async ({ orm, now }) => {
    const [link] = await orm
      .update(accountLink)
      .set({ usedAt: now })
      .where(usable(token, now))
      .returning();
    if (link === undefined) throw new Refusal('link-spent');
    const memberId = newId();
    await orm
      .insert(member)
      .values({ id: memberId, seat: 'secretariat', state: 'active', createdAt: now });
    await orm
      .insert(memberPerson)
      .values({ memberId, name: cleanLine(name), email: link.email, languages: [locale], locale });
    await orm.insert(memberCredential).values({ memberId, passwordHash, changedAt: now });
    await orm.insert(roleGrant).values({ id: newId(), memberId, role: 'admin', fromAt: now });
    return memberId;
  });
  return write.catch((error: unknown) => {
    throw isDuplicate(error, 'member_person_email') ? new Refusal('member-exists') : error;
  });
}

const linkHours = 24;

/** Stores a single-use link for an admin who has no account yet; gives the time at which it ends. */
export async function linkFirstAdmin(
  db: Database,
  { email, token }: { email: string; token: string },
): Promise<Date> {
  return db.transaction({ memberId: null }, async ({ orm, now }) => {
    const [taken] = await orm
      .select({ memberId: memberPerson.memberId })
      .from(memberPerson)
      .where(eq(sql`lower(${memberPerson.email})`, email.toLowerCase()));
    if (taken) throw new Refusal('member-exists');
    const expiresAt = new Date(now.getTime() + linkHours * 3_600_000);
    await orm.insert(accountLink).values({
      tokenHash: hashToken(token),
      purpose: 'first-admin',
      email,
      createdAt: now,
      expiresAt,
    });
    return expiresAt;
  });
}
