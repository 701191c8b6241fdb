import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from '@counterpart/db';

/** The programs of PostgreSQL that copy a database; npm brings none of them. */
export type Program = 'pg_dump' | 'pg_restore' | 'psql';

/** How a program was called, and how it ended. */
interface Ended {
  code: number;
  words: string;
}

/**
 * Makes sure that a program is on the PATH and of the server's major version. A newer pg_dump would do its
 * work too, but the pg_restore that fits the server could not read what it wrote.
 */
export async function mustHaveProgram(name: Program, server: number): Promise<void> {
  const advice =
    `Install the client programs of PostgreSQL ${server} (on Debian: postgresql-client-${server}) and put ` +
    'them first on the PATH.';
  const told = await promisify(execFile)(name, ['--version']).catch(() => undefined);
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(told?.stdout ?? '')?.[1] ?? 0);
  if (major === 0) throw new StartError(`${name} was not found on the PATH. ${advice}`);
  if (major === server) return;
  const age = major < server ? 'older than' : 'newer than';
  throw new StartError(
    `The ${name} on the PATH is of PostgreSQL ${major}, ${age} the server, which is ${server}. ${advice}`,
  );
}

/** What the programs read of an address: the password is not among the arguments, where all could see it. */
export function connectionEnv(databaseUrl: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(databaseUrl);
  const sslmode = searchParams.get('sslmode') ?? (searchParams.has('ssl') ? 'require' : undefined);
  return {
    PATH: process.env['PATH'],
    LC_ALL: 'C.UTF-8',
    PGHOST: hostname.replace(/^\[|\]$/g, ''),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGCONNECT_TIMEOUT: '10',
    ...(sslmode && { PGSSLMODE: sslmode }),
  };
}

/** Runs one program to its end. */
export async function run(name: Program, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(name, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const { code, words } = await ended(child);
  if (code !== 0) throw failed(name, words);
}

/**
 * Sends a dump through psql in one transaction, after `first`. Whatever goes wrong on either side, the
 * transaction is not committed and the database is as it was.
 */
export async function pour(file: string, first: string, env: NodeJS.ProcessEnv): Promise<void> {
  const read = spawn('pg_restore', ['--no-owner', '--no-comments', '--file=-', file], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const args = [
    '--no-psqlrc',
    '--quiet',
    '--set=ON_ERROR_STOP=1',
    '--output=/dev/null',
    '--file=-',
  ];
  const write = spawn('psql', args, { env, stdio: ['pipe', 'ignore', 'pipe'] });
  // It ends early when it meets an error, and says so itself.
  write.stdin.on('error', () => undefined);
  const written = ended(write);
  write.stdin.write(`BEGIN;\n${first}\n`);
  read.stdout.pipe(write.stdin, { end: false });
  const dump = await Promise.race([ended(read), written.then(() => undefined)]);
  // Only a dump that was read to its end is committed; a psql that loses its input commits nothing.
  write.stdin.end(dump?.code === 0 ? '\nCOMMIT;\n' : '\nROLLBACK;\n');
  const { code, words } = await written;
  if (dump === undefined) read.kill('SIGKILL');
  if (code !== 0) throw failed('psql', words);
  if (dump?.code !== 0) throw failed('pg_restore', dump?.words ?? words);
}

function failed(name: Program, words: string): StartError {
  const last = words.trim().split('\n').slice(-6).join('\n');
  return new StartError(`${name} could not do its work. Its last words:\n${last}`);
}

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  const chunks: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, words: error.message }));
    child.once('close', (code) =>
      resolve({ code: code ?? 1, words: Buffer.concat(chunks).toString() }),
    );
  });
}
