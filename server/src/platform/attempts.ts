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

/** One attempt that counts as failed until it is known to have succeeded. */
export interface Attempt {
  succeeded(): Promise<void>;
}

const uncounted: Attempt = { succeeded: () => Promise.resolve() };

/** Counts failed sign-ins in the database, so that several processes count together. */
export function createAttempts(db: Database, enabled: boolean) {
  type Keys = ReturnType<typeof keysOf>;

  /** One order of keys, so that two at once never wait for each other. */
  async function add(keys: Keys, windowStart: Date, by: 1 | -1): Promise<Map<string, number>> {
    const rows = Object.values(keys)
      .toSorted()
      .map((key) => ({ key, window_start: windowStart, failures: Math.max(0, by) }));
    const counted = await db.read(
      (sql) => sql<{ key: string; failures: number }[]>`
        insert into sign_in_attempt ${sql(rows)}
        on conflict (key, window_start)
        do update set failures = greatest(0, sign_in_attempt.failures + ${by}::int)
        returning key, failures`,
    );
    return new Map(counted.map(({ key, failures }) => [key, failures]));
  }

  return {
    /**
     * Counts the attempt before it is made, so that many at once do not slip through, and refuses
     * when too many have failed lately. What is refused is not counted: whoever goes on trying from
     * one network cannot use up what the owner of the address has left.
     */
    async begin(email: string, ip: string): Promise<Attempt> {
      if (!enabled) return uncounted;
      const keys = keysOf(email, ip);
      const now = db.clock.now().getTime();
      const windowStart = new Date(Math.floor(now / windowMs) * windowMs);
      const failures = await add(keys, windowStart, 1);
      const isOver = (kind: keyof Keys) => (failures.get(keys[kind]) ?? 0) > most[kind];
      if (isOver('pair') || isOver('address') || isOver('network')) {
        await add(keys, windowStart, -1);
        const left = windowStart.getTime() + windowMs - now;
        throw new Refusal('too-many-attempts', { retryAfterSeconds: Math.ceil(left / 1000) });
      }
      return {
        async succeeded() {
          await add(keys, windowStart, -1);
          await db.read((sql) => sql`delete from sign_in_attempt where key = ${keys.pair}`);
        },
      };
    },

    async removeOld(): Promise<void> {
      const before = new Date(db.clock.now().getTime() - 2 * windowMs);
      await db.read((sql) => sql`delete from sign_in_attempt where window_start < ${before}`);
    },
  };
}

export type Attempts = ReturnType<typeof createAttempts>;
