// Follows the log for this process; what it promises: docs/events.md
import { type Database, type LoggedEvent, logChannel, readAfter, readHead } from '@counterpart/db';

const batch = 500;
/** Also the heartbeat: how often the position is confirmed when nothing happens. */
const pollMs = 400;
const retryMs = 50;
const heardForMs = 1_000;

export interface TailOptions {
  db: Database;
  /** Told once per outage, and of every handler that throws. */
  onFailure: (error: unknown) => void;
  /** Milliseconds that never jump. */
  now?: () => number;
}

export interface Tail {
  /** The highest number this process knows; whatever is remembered is no older. */
  position(): number;
  /** Whether the position was confirmed within the last second. */
  isHeard(): boolean;
  /** Called before the position moves and without waiting: drops what is remembered. */
  onNews(drop: (events: readonly LoggedEvent[]) => void): void;
  /** Called with every event once, in order; the next batch waits for it. */
  onEvents(handle: (events: readonly LoggedEvent[]) => Promise<void>): void;
  /** Reads and handles all that is numbered now. Never to be awaited inside a handler. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Follows the log from its present head. Rejects when the database cannot be asked for it. */
export async function createTail(options: TailOptions): Promise<Tail> {
  const { db, onFailure, now = () => performance.now() } = options;
  const droppers: ((events: readonly LoggedEvent[]) => void)[] = [];
  const handlers: ((events: readonly LoggedEvent[]) => Promise<void>)[] = [];
  let heardAt = now();
  let position = await db.watch(readHead);
  const state = { stopped: false };
  let again = false;
  let failures = 0;
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let listening: Promise<{ unlisten(): Promise<void> }> | undefined;

  /** One read; true when there may be more. */
  async function advance(): Promise<boolean> {
    const askedAt = now();
    const events = await db.watch((sql) => readAfter(sql, position, { limit: batch }));
    if (state.stopped) return false;
    if (events.length > 0) for (const drop of droppers) drop(events);
    position = events.at(-1)?.seq ?? position;
    const isMore = events.length === batch;
    if (!isMore) heardAt = askedAt;
    if (events.length > 0) for (const handle of handlers) await handle(events).catch(onFailure);
    return isMore;
  }

  async function work(): Promise<void> {
    clearTimeout(timer);
    try {
      do {
        again = false;
        while (await advance());
      } while (again && !state.stopped);
      failures = 0;
      listening ??= listen();
    } catch (error) {
      failures += 1;
      if (failures === 1 && !state.stopped) onFailure(error);
      throw error;
    } finally {
      working = undefined;
      const delay = failures === 0 ? pollMs : Math.min(pollMs, retryMs * 2 ** (failures - 1));
      if (!state.stopped) timer = setTimeout(wake, delay);
    }
  }

  function run(): Promise<void> {
    again = true;
    working ??= work();
    return working;
  }

  function wake(): void {
    if (!state.stopped) run().catch(() => undefined);
  }

  /** The driver listens again by itself after a lost connection; until then the poll is enough. */
  function listen() {
    const begun = db.listen(logChannel, wake);
    begun.catch(() => {
      listening = undefined;
    });
    return begun;
  }

  wake();
  return {
    position: () => position,
    isHeard: () => now() - heardAt <= heardForMs,
    onNews: (drop) => void droppers.push(drop),
    onEvents: (handle) => void handlers.push(handle),
    catchUp: run,
    async stop() {
      state.stopped = true;
      clearTimeout(timer);
      await working?.catch(() => undefined);
      await listening?.then((one) => one.unlisten()).catch(() => undefined);
    },
  };
}
