import { StartError } from '@counterpart/db';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { findWebFolder } from './platform/assets.ts';
import { startDatabase } from './start-database.ts';

/** Told to whoever started us: the start was refused for a reason that trying again does not mend. */
const REFUSED = 2;
const STOP_MS = 10_000;

/** What to undo, in the order it was done. */
const opened: (() => Promise<void>)[] = [];
let stopping = false;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const database = await startDatabase(config, { notify: complain });
  opened.push(database.stop);
  const app = await createApp({
    config,
    databaseUrl: database.url,
    webFolder: findWebFolder(),
  });
  opened.push(() => app.close());
  const address = await app.listen().catch((error: unknown) => refuseListening(config, error));
  if (stopping) return;
  say(`Counterpart is ready at ${config.publicUrl}`);
  if (new URL(address).port !== new URL(config.publicUrl).port) say(`It listens on ${address}`);
  say(app.firstWords());
  process.send?.('ready');
}

/** Closes what was opened, the last first, and ends the process; at most 10 s. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => {
    complain(`Counterpart did not stop within ${STOP_MS / 1000} seconds and was ended.`);
    process.exit(1);
  }, STOP_MS).unref();
  await starting;
  try {
    for (const close of opened.toReversed()) await close();
  } catch (error) {
    complain(`Counterpart did not stop cleanly.\n${explain(error)}`);
    process.exit(1);
  }
  process.exit(code);
}

function refuseListening({ port, host }: Config, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = host === undefined ? `port ${port}` : `port ${port} of ${host}`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `The ${place} is already taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    EACCES: `This user may not listen on ${place}. Choose a port above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Correct HOST, or leave it out.`,
    ENOTFOUND: `This machine does not know the name ${host}. Correct HOST, or leave it out.`,
  };
  const reason = typeof code === 'string' ? reasons[code] : undefined;
  throw reason === undefined ? error : new StartError(reason);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function refuse(error: unknown): Promise<void> {
  const known = error instanceof StartError;
  complain(known ? error.message : `Counterpart could not start.\n${explain(error)}`);
  await stop(known ? REFUSED : 1);
}

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop(0));
// Whoever started us is gone without a word: do not live on unseen, holding port and database.
if (process.connected) process.once('disconnect', () => void stop(0));

let failure: unknown;
const starting = start().catch((error: unknown) => {
  failure = error ?? new Error('unknown');
});
await starting;
if (failure !== undefined && !stopping) await refuse(failure);
