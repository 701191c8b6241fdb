import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  runOnce,
  type TaskList,
} from 'graphile-worker';
import { Pool } from 'pg';

/** Work that runs later and again by the clock. Doing it twice, or late, must be harmless. */
export interface ClockTask {
  name: string;
  /** Crontab notation, UTC. */
  when: string;
  run(): Promise<void>;
}

export interface Tasks {
  start(): Promise<void>;
  /** Does all clock tasks now and what they queue: for tests. */
  runAll(): Promise<void>;
  stop(): Promise<void>;
}

export interface TasksOptions {
  /** The queue keeps its own tables, which its owner migrates. */
  ownerUrl: string;
  tasks: readonly ClockTask[];
  onFailure: (error: unknown) => void;
}

/** The queue of tasks: graphile-worker in the same database, one job at a time here. */
export function createTasks({ ownerUrl, tasks, onFailure }: TasksOptions): Tasks {
  const pool = new Pool({ connectionString: ownerUrl, max: 2 });
  pool.on('error', onFailure);
  // A connection that is lost while it is in use: the job is taken up again by the queue.
  pool.on('connect', (client) => client.on('error', onFailure));
  const logger = new Logger(() => (level, message) => {
    if ((level as string) === 'error') onFailure(new Error(message));
  });
  const taskList: TaskList = Object.fromEntries(tasks.map((task) => [task.name, () => task.run()]));
  const parsedCronItems = parseCronItems(
    tasks.map(({ name, when }) => ({ task: name, match: when, identifier: name })),
  );
  let runner: Runner | undefined;

  return {
    async start() {
      await runMigrations({ pgPool: pool, logger });
      runner = await run({
        pgPool: pool,
        taskList,
        parsedCronItems,
        logger,
        concurrency: 1,
        noHandleSignals: true,
        pollInterval: 5_000,
      });
    },
    async runAll() {
      for (const task of tasks) await task.run();
      await runOnce({ pgPool: pool, taskList, logger, noHandleSignals: true });
    },
    async stop() {
      await runner?.stop();
      await pool.end();
    },
  };
}
