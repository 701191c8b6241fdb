// The scripts of docker/, with PostgreSQL's own programs in place of the containers.
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { type RunningDatabase, startDatabase } from '../start-database.ts';

/** The programs of the server's own version are no part of the packages that npm installs. */
function hasPrograms(): boolean {
  try {
    return ['pg_dump', 'pg_restore', 'psql', 'createdb', 'dropdb'].every((name) =>
      execFileSync(name, ['--version'], { encoding: 'utf8' }).includes('(PostgreSQL) 18'),
    );
  } catch {
    return false;
  }
}

const home = mkdtempSync(join(tmpdir(), 'counterpart-containers-'));
const backups = join(home, 'backups');
const calls = join(home, 'calls');
let running: RunningDatabase;

/** Runs in the "container" what compose would run there, and notes the rest. */
const docker = `#!/bin/sh
set -eu
shift 3
echo "$*" >> "${calls}"
if [ "$1" != exec ]; then exit 0; fi
shift 3
if [ "$1" = pg_dump ] && [ -n "\${CUT:-}" ]; then "$@" | head -c "$CUT"; else exec "$@"; fi
`;

/** Each look at the clock is a second later than the one before. */
const clock = `#!/bin/sh
echo >> "${home}/ticks"
exec /bin/date -u -d "@$((1769824800 + $(wc -l < "${home}/ticks")))" "$2"
`;

beforeAll(async () => {
  chmodSync(home, 0o755);
  mkdirSync(backups);
  writeFileSync(join(home, 'docker'), docker, { mode: 0o755 });
  writeFileSync(join(home, 'date'), clock, { mode: 0o755 });
  if (!hasPrograms()) return;
  running = await startDatabase(readConfig({ DATA_DIR: join(home, 'data'), MODE: 'live' }));
  await asking('counterpart', (sql) => sql`create table word as select 'first' as text`);
  // So much that half of the dump holds the whole list of contents.
  await asking(
    'counterpart',
    (sql) => sql`create table yarn as select gen_random_uuid() from generate_series(1, 10000)`,
  );
}, 60_000);
afterAll(async () => {
  await running?.stop();
  rmSync(home, { recursive: true });
});

async function asking<T>(database: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(running.url, { database, max: 1 });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

const words = (database = 'counterpart') =>
  asking(database, async (sql) => {
    const rows = await sql<{ text: string }[]>`select text from word`;
    return rows.map(({ text }) => text);
  });
const say = (text: string) => asking('counterpart', (sql) => sql`update word set text = ${text}`);

/** The databases that were put aside, the oldest first. */
const before = () =>
  asking('counterpart', async (sql) => {
    const rows = await sql<{ name: string }[]>`
      select datname as name from pg_database where datname like 'before%' order by 1`;
    return rows.map(({ name }) => name);
  });

/** One script of docker/ as the page calls it: its exit code and all it wrote. */
async function script(name: string, args: string[], more: NodeJS.ProcessEnv = {}) {
  const { port, password } = new URL(running?.url ?? 'postgres://nobody@127.0.0.1:1');
  const path = fileURLToPath(new URL(`../../../docker/${name}`, import.meta.url));
  const env = {
    PATH: `${home}:${process.env['PATH']}`,
    PGHOST: '127.0.0.1',
    PGPORT: port,
    PGPASSWORD: password,
    ...more,
  };
  writeFileSync(calls, '');
  return promisify(execFile)('sh', ['-c', 'umask 022; exec sh "$@"', 'sh', path, ...args], {
    env,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, output: `${stdout}${stderr}` }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: `${error.stdout}${error.stderr}`,
    }),
  );
}

const called = () => readFileSync(calls, 'utf8').trim().split('\n');

async function backUp(): Promise<string> {
  const { code, output } = await script('backup.sh', [backups]);
  expect(output).toContain('read back and found whole');
  expect(code).toBe(0);
  return /^\S+/.exec(output)?.[0] ?? '';
}

test('each says what is missing when it is called wrongly', async () => {
  for (const args of [[], [join(home, 'nowhere')], [backups, backups]]) {
    expect(await script('backup.sh', args)).toMatchObject({
      code: 2,
      output: expect.stringContaining('Say in which folder, which must be there'),
    });
    expect(await script('restore.sh', args)).toMatchObject({
      code: 2,
      output: expect.stringContaining('Say which backup'),
    });
  }
  expect(called()).toEqual(['']);
});

// The tests' names say what they want, since they are skipped without.
const withPrograms = test.runIf(hasPrograms());
const wanted = 'with the programs of PostgreSQL 18 on the PATH';

withPrograms(
  `a backup is private, has valid sums, and comes back twice, ${wanted}`,
  async () => {
    const backup = await backUp();
    expect(readdirSync(backups)).toEqual([backup.slice(backups.length + 1)]);
    expect(readdirSync(backup)).toEqual(['SHA256SUMS', 'database.dump']);
    for (const [path, mode] of [
      [backup, 0o700],
      [join(backup, 'database.dump'), 0o600],
    ] as const) {
      expect(statSync(path).mode & 0o777).toBe(mode);
    }
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: backup });

    await say('second');
    const first = await script('restore.sh', [backup]);
    expect(first.code, first.output).toBe(0);
    expect(await words()).toEqual(['first']);
    const [aside = ''] = await before();
    expect(first.output).toContain(`exec database dropdb -U postgres ${aside}\n`);
    expect(await words(aside)).toEqual(['second']);
    expect(called().at(-1)).toBe('up --detach');

    await say('third');
    const again = await script('restore.sh', [backup]);
    expect(again.code, again.output).toBe(0);
    expect(await words()).toEqual(['first']);
    expect(await before()).toHaveLength(2);
  },
  60_000,
);

withPrograms(
  `a dump that was cut short gets neither sums nor a name, ${wanted}`,
  async () => {
    const kept = readdirSync(backups);
    const { size } = statSync(join(backups, kept[0] ?? '', 'database.dump'));
    // Its list of contents is whole, and the last table is not.
    const { code, output } = await script('backup.sh', [backups], { CUT: String(size >> 1) });
    expect(output).toContain('The backup was not made.');
    expect(code).not.toBe(0);
    expect(readdirSync(backups)).toEqual(kept);
  },
  60_000,
);

withPrograms(
  `whatever fails in a restore leaves the network as it is and in use, ${wanted}`,
  async () => {
    await say('in use');
    const aside = await before();
    const backup = await backUp();
    const dump = join(backup, 'database.dump');
    truncateSync(dump, statSync(dump).size >> 1);
    const damaged = await script('restore.sh', [backup]);
    expect(damaged.output).toContain('database.dump: FAILED');
    expect(damaged.code).not.toBe(0);
    expect(called()).toEqual(['']);

    const sum = execFileSync('sha256sum', ['database.dump'], { cwd: backup });
    writeFileSync(join(backup, 'SHA256SUMS'), sum);
    const cut = await script('restore.sh', [backup]);
    expect(cut.output).toContain('Nothing was restored, and the network is as it was.');
    expect(cut.code).not.toBe(0);
    expect(called()).not.toContain('stop app');

    const sql = postgres(running.url, { max: 1 });
    await sql`select 1`;
    const whole = await backUp();
    const busy = await script('restore.sh', [whole]);
    await sql.end();
    expect(busy.output).toContain('is being accessed by other users');
    expect(busy.code).not.toBe(0);
    expect(called().slice(-3)[0]).toBe('stop app');
    expect(called().at(-1)).toBe('start app');
    expect([await words(), await before()]).toEqual([['in use'], aside]);
  },
  60_000,
);

withPrograms(
  `the owner and the database are made once, and a second run changes nothing else, ${wanted}`,
  async () => {
    const asAdmin = async (...lines: string[]) => {
      const sql = postgres(running.url, { database: 'postgres', user: 'postgres', max: 1 });
      for (const line of lines) await sql.unsafe(line);
      await sql.end();
    };
    await asAdmin(
      'alter database counterpart rename to other',
      'alter role counterpart rename to other',
    );
    for (const DATABASE_PASSWORD of ["it's new", 'and newer']) {
      expect(await script('database.sh', [], { DATABASE_PASSWORD })).toEqual({
        code: 0,
        output: '',
      });
      const sql = postgres(running.url, { pass: DATABASE_PASSWORD, max: 1 });
      await sql`create table if not exists kept (word text)`;
      await sql.end();
    }
    await asAdmin(
      'drop database counterpart',
      'drop role counterpart',
      'alter database other rename to counterpart',
      'alter role other rename to counterpart',
    );
  },
  60_000,
);
