import { createHash } from 'node:crypto';
import type { Locale, MemberState, Role, Seat } from '@counterpart/contract';
import { type Database, newId } from '@counterpart/db';
import { session } from '@counterpart/db/schema';
import { and, eq, lt } from 'drizzle-orm';
import type { Actor } from './actor.ts';

/** However often it is used, a sign-in ends after this long. */
export const longestSessionMs = 30 * 24 * 3_600_000;
const noteUseEveryMs = 10 * 60_000;

export interface StoredSession {
  actor: Actor;
  expiresAt: Date;
  createdAt: Date;
  lastUsedAt: Date;
}

interface SessionRow {
  sessionId: number;
  expiresAt: Date;
  createdAt: Date;
  lastUsedAt: Date;
  memberId: number;
  state: MemberState;
  seat: Seat;
  institutionId: number | null;
  locale: Locale | null;
  grants: { role: Role; spaceId: number | null }[];
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A session of an active member that has not outlived the absolute limit. */
async function findSession(db: Database, token: string): Promise<StoredSession | undefined> {
  const now = db.clock.now();
  const [row] = await db.read(
    (sql) => sql<SessionRow[]>`
      select s.id::float8 as "sessionId", s.expires_at as "expiresAt",
             s.created_at as "createdAt", s.last_used_at as "lastUsedAt",
             m.id::float8 as "memberId", m.state, m.seat,
             m.institution_id::float8 as "institutionId", p.locale,
             coalesce((
               select json_agg(json_build_object('role', g.role, 'spaceId', g.space_id))
               from role_grant g
               where g.member_id = m.id and g.from_at <= ${now}
                 and (g.until_at is null or g.until_at > ${now})
             ), '[]') as grants
      from session s
      join member m on m.id = s.member_id
      left join member_person p on p.member_id = m.id
      where s.token_hash = ${hashToken(token)} and m.state = 'active'`,
  );
  if (row === undefined) return undefined;
  const { expiresAt, createdAt, lastUsedAt, locale, ...who } = row;
  if (createdAt.getTime() + longestSessionMs <= now.getTime()) return undefined;
  return { actor: { ...who, locale: locale ?? 'en' }, expiresAt, createdAt, lastUsedAt };
}

/** Sessions in the database, known only by the SHA-256 of their token. */
export function createSessionStore(db: Database) {
  return {
    find: (token: string) => findSession(db, token),

    async add(token: string, memberId: number, expiresAt: Date, agent: string): Promise<void> {
      const id = newId();
      await db.transaction({ memberId }, async ({ orm, now }) => {
        await orm.insert(session).values({
          tokenHash: hashToken(token),
          id,
          memberId,
          createdAt: now,
          lastUsedAt: now,
          expiresAt,
          agent: agent.slice(0, 200),
        });
      });
    },

    async prolong(token: string, expiresAt: Date): Promise<void> {
      await db.query((orm) =>
        orm
          .update(session)
          .set({ expiresAt })
          .where(eq(session.tokenHash, hashToken(token))),
      );
    },

    /** Notes that a sign-in is in use, now and then: what the list of sign-ins shows. */
    async noteUse({ actor, lastUsedAt }: StoredSession): Promise<void> {
      const now = db.clock.now();
      if (now.getTime() - lastUsedAt.getTime() < noteUseEveryMs) return;
      await db.query((orm) =>
        orm.update(session).set({ lastUsedAt: now }).where(eq(session.id, actor.sessionId)),
      );
    },

    /** Ends one sign-in and says so in the log, which closes its sockets. False when there was none. */
    async end(which: { token: string } | { id: number; memberId: number }): Promise<boolean> {
      const isIt =
        'token' in which
          ? eq(session.tokenHash, hashToken(which.token))
          : and(eq(session.id, which.id), eq(session.memberId, which.memberId));
      return db.transaction({ memberId: null }, async (tx) => {
        const [ended] = await tx.orm.delete(session).where(isIt).returning();
        if (ended === undefined) return false;
        const { id, memberId } = ended;
        tx.emit({ scope: `member:${memberId}`, type: 'session.ended', subject: id, version: 1 });
        return true;
      });
    },

    async endAllOf(memberId: number): Promise<void> {
      await db.transaction({ memberId: null }, async (tx) => {
        const ended = await tx.orm
          .delete(session)
          .where(eq(session.memberId, memberId))
          .returning({ id: session.id });
        for (const { id } of ended) {
          tx.emit({ scope: `member:${memberId}`, type: 'session.ended', subject: id, version: 1 });
        }
      });
    },

    async removeExpired(): Promise<void> {
      await db.query((orm) => orm.delete(session).where(lt(session.expiresAt, db.clock.now())));
    },
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;
