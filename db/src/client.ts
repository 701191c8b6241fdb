import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { asBusy, BusyError, isConflict } from './busy.ts';
import { type Clock, systemClock } from './clock.ts';
import { append, type NewEvent, type Origin } from './log.ts';
import { type Numberer, startNumberer } from './numberer.ts';
import { createPermits } from './permits.ts';
import { preparing } from './preparing.ts';
import * as schema from './schema/index.ts';
import { StartError } from './start-error.ts';

export type Orm = PostgresJsDatabase<typeof schema>;

/** Who acts, and by which request, for the events of a transaction. */
export interface Acting {
  memberId: number | null;
  /** The clientKey of the request, so that the one who sent it knows its own change again. */
  mutation?: string | null;
}

export interface Tx {
  orm: Orm;
  /** One time for everything that happens in the transaction. */
  now: Date;
  /** Tells the log; stored in the same commit. */
  emit(event: NewEvent): void;
}

export interface Database {
  /** Tagged queries, prepared, for reads. */
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Tagged queries whose plan depends on what is looked for, with little time to answer. */
  search<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Reads of the house itself, on connections that requests cannot use up. */
  watch<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** One transaction of the house itself that may take a while, on a connection of its own; tells nobody. */
  upkeep<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** drizzle queries outside a transaction. */
  query<T>(work: (orm: Orm) => Promise<T>): Promise<T>;
  /** One transaction; its events are stored in the same commit. Retried once after a deadlock. */
  transaction<T>(acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same database with another clock or origin: for seeding, imports and repairs. */
  told(by: { origin?: Origin; clock?: Clock }): Database;
  /** Calls back with each new head of the log. Resolves when listening has begun. */
  listen(channel: string, heard: (payload: string) => void): Promise<{ unlisten(): Promise<void> }>;
  numberer: Numberer;
  clock: Clock;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  clock?: Clock;
  /** Connections for reads and for transactions, each. */
  connections?: number;
  /** Told of failures that no caller waits for. */
  onFailure?: (error: unknown) => void;
  /** Told of each statement as it is sent, those of the house itself left out: for counting. */
  onStatement?: ((text: string) => void) | undefined;
}

export const deadlines = {
  acquireMs: 1_500,
  statementMs: 5_000,
  lockMs: 2_000,
  idleInTransactionMs: 3_000,
  /** For an answer that never comes: the connection is gone without a word. */
  answerMs: 8_000,
  searchMs: 1_000,
} as const;

/** Settings every serving connection starts with; `role` takes the owner's rights away. */
const serving = {
  role: 'counterpart_app',
  application_name: 'counterpart',
  statement_timeout: deadlines.statementMs,
  lock_timeout: deadlines.lockMs,
  idle_in_transaction_session_timeout: deadlines.idleInTransactionMs,
  TimeZone: 'UTC',
};

/**
 * Tagged reads are prepared once, and planning one anew takes longer than running it. Their plans do not
 * depend on values: a limit that decides about a plan stands in the text (`sql.unsafe`).
 */
const planned = { ...serving, plan_cache_mode: 'force_generic_plan' };

/** What is looked for may stand in ten documents or in all: each time it is planned for itself. */
const searching = {
  ...serving,
  statement_timeout: deadlines.searchMs,
  plan_cache_mode: 'force_custom_plan',
  work_mem: '16MB',
  jit: 'off',
  'pg_trgm.similarity_threshold': '0.2',
};
/** More at once would only take the processors from each other. */
const searchesAtOnce = 3;

const unmended =
  'The database driver is installed without its mending, so a lost connection could end the server. ' +
  'Run `node db/mend-postgres.mjs`, or `npm ci` with scripts allowed.';

interface Wishes {
  onStatement?: ((text: string) => void) | undefined;
  connection?: typeof serving | typeof searching;
}

function connect(url: string, max: number, { onStatement, connection = serving }: Wishes = {}) {
  return postgres(url, {
    max,
    connection,
    connect_timeout: 5,
    idle_timeout: 60,
    max_lifetime: 60 * 30,
    // The driver's own waits grow to 20 s; a database that is back is used again within half a second.
    backoff: (retries) => Math.min(0.5, 0.02 * 2 ** retries),
    onnotice: () => undefined,
    ...(onStatement && { debug: (_connection: number, text: string) => onStatement(text) }),
  });
}

function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new BusyError('The database did not answer.')),
      deadlines.answerMs,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Opens the serving connections. drizzle changes the client it is given, so tagged queries have their own. */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, connections = 8, onFailure = () => undefined, onStatement } = options;
  if (!('mended' in postgres)) throw new StartError(unmended);
  const rows = connect(url, connections, { onStatement, connection: planned });
  const forOrm = preparing(connect(url, connections, { onStatement }));
  const found = connect(url, searchesAtOnce, { onStatement, connection: searching });
  const background = connect(url, 2);
  const alone = connect(url, 1);
  const orm = drizzle(forOrm, { schema });
  const rowPermit = createPermits(connections, deadlines.acquireMs);
  const ormPermit = createPermits(connections, deadlines.acquireMs);
  const searchPermit = createPermits(searchesAtOnce, deadlines.acquireMs);
  const numberer = startNumberer(background, onFailure);

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await withDeadline(work());
    } catch (error) {
      throw asBusy(error);
    }
  }

  function open(clock: Clock, origin: Origin): Database {
    async function once<T>(acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
      const events: NewEvent[] = [];
      const now = clock.now();
      let told: Promise<void> = Promise.resolve();
      const result = await orm.transaction(async (inner) => {
        const value = await work({ orm: inner, now, emit: (event) => void events.push(event) });
        const mutation = acting.mutation ?? null;
        // Sent with the commit right behind it, which undoes everything when this fails.
        told = append(inner, { origin, actor: acting.memberId, mutation, at: now }, events);
        told.catch(() => undefined);
        return value;
      });
      await told;
      if (events.length > 0) numberer.wake();
      return result;
    }

    return {
      read: (work) => rowPermit(() => attempt(() => work(rows))),
      search: (work) => searchPermit(() => attempt(() => work(found))),
      watch: (work) => attempt(() => work(background)),
      upkeep: (work) =>
        attempt(() => alone.begin((sql) => work(sql as unknown as Sql)) as ReturnType<typeof work>),
      query: (work) => ormPermit(() => attempt(() => work(orm))),
      transaction: (acting, work) =>
        ormPermit(() =>
          attempt(async () => {
            try {
              return await once(acting, work);
            } catch (error) {
              if (!isConflict(error)) throw error;
              return await once(acting, work);
            }
          }),
        ),
      told: (by) => open(by.clock ?? clock, by.origin ?? origin),
      listen: (channel, heard) => background.listen(channel, heard),
      numberer,
      clock,
      async close() {
        await numberer.stop();
        await Promise.all(
          [rows, forOrm, found, background, alone].map((sql) => sql.end({ timeout: 5 })),
        );
      },
    };
  }

  return open(options.clock ?? systemClock, 'live');
}
