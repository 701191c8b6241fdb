import { BusyError } from '@counterpart/db';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes, one lane (ASVS 11.4.2). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const longestQueue = 40;

/** A hash that is the same every time, for networks whose passwords are known to everybody. */
export function hashSalted(password: string, salt: Uint8Array): Promise<string> {
  return hash(password, { ...cost, salt });
}

/** Hashes and checks passwords two at a time; when the queue is long, callers get a BusyError. */
export function createPasswords() {
  let running = 0;
  const waiting: (() => void)[] = [];
  let decoy: Promise<string> | undefined;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= longestQueue) throw new BusyError('Too many people are signing in.', 5);
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (password: string) => inTurn(() => hash(password, cost)),

    /** Takes the same time when there is no hash to compare with. */
    async matches(stored: string | undefined, password: string): Promise<boolean> {
      decoy ??= inTurn(() => hash('nobody has this password', cost));
      const against = stored ?? (await decoy);
      const same = await inTurn(() => verify(against, password));
      return same && stored !== undefined;
    },
  };
}

export type Passwords = ReturnType<typeof createPasswords>;
