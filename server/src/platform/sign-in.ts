// The only file that knows lucia; see docs/decisions for why it can be replaced here.
import type { Database } from '@counterpart/db';
import { LRUCache } from 'lru-cache';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import type { Actor } from './actor.ts';
import { createSessionStore, hashToken, type StoredSession } from './session-store.ts';

const idle = new TimeSpan(7, 'd');
/** Long enough to spare the database, short beside any decision; the log drops entries at once. */
const rememberMs = 5_000;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<object, { stored: StoredSession }>;
    UserId: number;
    DatabaseSessionAttributes: { agent: string };
    DatabaseUserAttributes: { stored: StoredSession };
  }
}

export interface SignInOptions {
  db: Database;
  /** Over TLS: Secure, and the __Host- prefix. */
  secure: boolean;
  /** Whether the log has been heard within the last second, so that remembered look-ups may be used. */
  isLogHeard: () => boolean;
  onFailure: (error: unknown) => void;
}

export interface SignedIn {
  actor: Actor;
  /** To be sent again when the sign-in was prolonged. */
  cookie?: string;
}

/** Sign-ins: begin, recognise, end. Tokens are 200 random bits; only their hash is stored. */
export function createSignIn({ db, secure, isLogHeard, onFailure }: SignInOptions) {
  const store = createSessionStore(db);
  const remembered = new LRUCache<string, Actor>({ max: 20_000, ttl: rememberMs });
  let epoch = 0;

  // lucia calls deleteSession and updateSessionExpiration with the id this adapter returned, so it
  // must return the token it was asked for: with the stored hash, both would hash twice and miss.
  const adapter: Adapter = {
    async getSessionAndUser(token) {
      const stored = await store.find(token);
      if (stored === undefined) return [null, null];
      const userId = stored.actor.memberId;
      return [
        { id: token, userId, expiresAt: stored.expiresAt, attributes: { agent: '' } },
        { id: userId, attributes: { stored } },
      ];
    },
    setSession: ({ id, userId, expiresAt, attributes }) =>
      store.add(id, userId, expiresAt, attributes.agent),
    updateSessionExpiration: (token, expiresAt) => store.prolong(token, expiresAt),
    async deleteSession(token) {
      await store.end({ token });
    },
    deleteUserSessions: (memberId) => store.endAllOf(memberId),
    deleteExpiredSessions: () => store.removeExpired(),
    // Only hashes are stored, so sessions cannot be listed by token; nothing asks lucia to.
    getUserSessions: () => Promise.resolve([]),
  };
  const cookieName = secure ? '__Host-counterpart' : 'counterpart';
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: idle,
    sessionCookie: {
      name: cookieName,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ stored }) => ({ stored }),
  });

  return {
    cookieName,

    /** The token in a Cookie header, or null. */
    readToken: (cookieHeader: string | undefined) => lucia.readSessionCookie(cookieHeader ?? ''),

    /** Signs a member in; gives the Set-Cookie value. */
    async begin(memberId: number, agent: string): Promise<{ token: string; cookie: string }> {
      const { id: token } = await lucia.createSession(memberId, { agent });
      return { token, cookie: lucia.createSessionCookie(token).serialize() };
    },

    /** Who holds this token, or undefined. */
    async recognise(token: string): Promise<SignedIn | undefined> {
      const key = hashToken(token).toString('base64');
      const known = isLogHeard() ? remembered.get(key) : undefined;
      if (known !== undefined) return { actor: known };
      const before = epoch;
      const { session, user } = await lucia.validateSession(token);
      if (session === null) return undefined;
      const { stored } = user;
      // A change that came by while we were reading would otherwise be remembered over.
      if (before === epoch) remembered.set(key, stored.actor);
      store.noteUse(stored).catch(onFailure);
      const cookie = session.fresh ? lucia.createSessionCookie(token).serialize() : undefined;
      return { actor: stored.actor, cookie };
    },

    /** Ends a sign-in; gives the Set-Cookie value that clears the cookie. */
    async end(token: string | null): Promise<string> {
      if (token !== null) {
        await lucia.invalidateSession(token);
        remembered.delete(hashToken(token).toString('base64'));
      }
      return lucia.createBlankSessionCookie().serialize();
    },

    /** Ends one of a member's sign-ins by its id; false when it is not theirs. */
    endById: (memberId: number, id: number) => store.end({ id, memberId }),
    endAllOf: (memberId: number) => lucia.invalidateUserSessions(memberId),
    removeExpired: () => lucia.deleteExpiredSessions(),

    /** Drops what is remembered of a member, or of everybody; called by the tail. */
    forget(memberId?: number): void {
      epoch += 1;
      for (const [key, actor] of remembered.entries()) {
        if (memberId === undefined || actor.memberId === memberId) remembered.delete(key);
      }
    },
  };
}

export type SignIn = ReturnType<typeof createSignIn>;
