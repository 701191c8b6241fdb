import { createHash } from 'node:crypto';
import type { Database } from '@counterpart/db';
import { Refusal } from './refusal.ts';

const windowMs = 15 * 60_000;
/** Failures in one window: of one address from one network, of one address, from one network. */
const most = { pair: 8, address: 30, network: 60 };

/** The /24 of an IPv4 address or the /64 of an IPv6 one: what one household or attacker holds. */
export function networkOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(ip);
  if (v4?.[1] !== undefined) return v4[1];
  const [head = '', tail] = ip.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  return [...groups, ...(tail === undefined ? [] : ['0', '0', '0', '0'])].slice(0, 4).join(':');
}

function keysOf(email: string, ip: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
  const address = digest(email.trim().toLowerCase());
  const network = digest(networkOf(ip));
  return { pair: `p:${address}:${network}`, address: `a:${address}`, network: `n:${network}` };
}

/** Counts failed sign-ins in the database, so that several processes count together. */
export function createAttempts(db: Database, enabled: boolean) {
  const windowStart = () => new Date(Math.floor(db.clock.now().getTime() / windowMs) * windowMs);

  return {
    /** Refuses when too many have failed lately. */
    async check(email: string, ip: string): Promise<void> {
      if (!enabled) return;
      const keys = keysOf(email, ip);
      const start = windowStart();
      const rows = await db.read(
        (sql) => sql<{ key: string; failures: number }[]>`
          select key, failures from sign_in_attempt
          where key in ${sql(Object.values(keys))} and window_start = ${start}`,
      );
      const failures = new Map(rows.map((row) => [row.key, row.failures]));
      const isOver = (kind: keyof typeof most) => (failures.get(keys[kind]) ?? 0) >= most[kind];
      if (isOver('pair') || isOver('address') || isOver('network')) {
        const left = start.getTime() + windowMs - db.clock.now().getTime();
        throw new Refusal('too-many-attempts', { retryAfterSeconds: Math.ceil(left / 1000) });
      }
    },

    async noteFailure(email: string, ip: string): Promise<void> {
      const start = windowStart();
      const rows = Object.values(keysOf(email, ip))
        .toSorted()
        .map((key) => ({ key, window_start: start, failures: 1 }));
      await db.read(
        (sql) => sql`
          insert into sign_in_attempt ${sql(rows)}
          on conflict (key, window_start)
          do update set failures = sign_in_attempt.failures + 1`,
      );
    },

    async noteSuccess(email: string, ip: string): Promise<void> {
      const { pair } = keysOf(email, ip);
      await db.read((sql) => sql`delete from sign_in_attempt where key = ${pair}`);
    },

    async removeOld(): Promise<void> {
      const before = new Date(db.clock.now().getTime() - 2 * windowMs);
      await db.read((sql) => sql`delete from sign_in_attempt where window_start < ${before}`);
    },
  };
}

export type Attempts = ReturnType<typeof createAttempts>;
