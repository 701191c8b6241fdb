import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded } from '../embedded.ts';
import { findPlace } from './place.ts';

const isRoot = process.getuid?.() === 0;
/** A user who is neither root nor PostgreSQL's own, and whom every machine has. */
const SOMEBODY = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
const embedded = new URL('../embedded.ts', import.meta.url).href;

let home: string;
/** Where that user may write. */
let desk: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'counterpart-place-'));
  chmodSync(home, 0o755);
  desk = join(home, 'desk');
  mkdirSync(desk);
  if (isRoot) chownSync(desk, SOMEBODY, SOMEBODY);
});

afterAll(() => rmSync(home, { recursive: true }));

/** Runs a piece of this program as another user, to its end, and gives its last word. */
async function asSomebody(work: string): Promise<unknown> {
  const program = `${work}; process.send(said, () => process.exit(0));`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, HOME: desk, TMPDIR: desk },
    uid: SOMEBODY,
    gid: SOMEBODY,
  });
  let said: unknown;
  child.once('message', (message) => (said = message));
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  return said;
}

test('a data folder that is a file, or lies below one, is refused with a sentence', async () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  for (const wrong of [file, join(file, 'data')]) {
    await expect(findPlace(wrong, undefined)).rejects.toThrow(
      `The data folder ${wrong} cannot be used: it, or something above it, is a file.`,
    );
  }
});

test.runIf(isRoot)('a data folder of another user is refused with a sentence', async () => {
  const data = join(home, 'of-root');
  mkdirSync(data, { mode: 0o755 });
  for (const wrong of [data, join(data, 'deeper')]) {
    const said = await asSomebody(
      `const { startEmbedded } = await import('${embedded}');
       const said = await startEmbedded({ dataDir: '${wrong}' }).catch((error) => error.name + ': ' + error.message)`,
    );
    expect(said).toContain(
      `StartError: The data folder ${wrong} cannot be used: this user may not`,
    );
  }
});

test.runIf(isRoot)(
  'a checkout that was started by a user keeps its database when root starts it',
  async () => {
    const dataDir = join(desk, '.data');
    await asSomebody(
      `const { startEmbedded } = await import('${embedded}');
       const { default: postgres } = await import('${import.meta.resolve('postgres')}');
       const { url, stop } = await startEmbedded({ dataDir: '${dataDir}', durable: false });
       const sql = postgres(url, { max: 1 });
       await sql\`create table kept (word text)\`;
       await sql.end();
       await stop();
       const said = 'done'`,
    );
    const systemDir = join(home, 'system-of-somebody');
    const { url, stop } = await startEmbedded({ dataDir, systemDir, durable: false });
    const sql = postgres(url, { max: 1 });
    expect(await sql`select word from kept`).toEqual([]);
    await sql.end();
    await stop();
    expect(existsSync(systemDir)).toBe(false);
  },
);

test.runIf(isRoot)('where root keeps a new database is said once', async () => {
  const dataDir = join(home, 'told', '.data');
  const systemDir = join(home, 'system-told');
  const first = await findPlace(dataDir, systemDir);
  expect(first.remark).toBe(
    `The database is kept in ${first.folder}, since PostgreSQL does not run as root and may not reach ${dataDir}.`,
  );
  mkdirSync(join(first.folder, 'cluster'));
  expect((await findPlace(dataDir, systemDir)).remark).toBeUndefined();
  chownSync(dataDir, SOMEBODY, SOMEBODY);
  const place = new URL('./place.ts', import.meta.url).href;
  const said = await asSomebody(
    `const { findPlace } = await import('${place}');
     const said = (await findPlace('${dataDir}', undefined)).remark`,
  );
  expect(said).toContain(`the one that root made for it is in ${first.folder}`);
});

test.runIf(isRoot)(
  'root keeps the files where the account of PostgreSQL can reach them',
  async () => {
    const secret = join(home, 'secret', '.data');
    mkdirSync(join(home, 'secret'), { mode: 0o700 });
    await expect(findPlace(secret, undefined)).rejects.toThrow(
      `cannot enter ${join(home, 'secret')}`,
    );
    const system = join(home, 'system');
    const { folder } = await findPlace(secret, system);
    expect(folder.startsWith(system)).toBe(true);
    expect(readFileSync(join(secret, 'location'), 'utf8').trim()).toBe(folder);
  },
);

test.runIf(isRoot)(
  'a moved checkout keeps its database, a copy gets its own, a removed one begins anew',
  async () => {
    const system = join(home, 'system-2');
    const [first, moved, copy] = ['first', 'moved', 'copy'].map((name) =>
      join(home, name, '.data'),
    );
    const { folder } = await findPlace(first ?? '', system);
    mkdirSync(join(folder, 'cluster'));
    const location = readFileSync(join(first ?? '', 'location'), 'utf8');
    mkdirSync(copy ?? '', { recursive: true });
    writeFileSync(join(copy ?? '', 'location'), location);
    expect((await findPlace(copy ?? '', system)).folder).not.toBe(folder);
    mkdirSync(moved ?? '', { recursive: true });
    writeFileSync(join(moved ?? '', 'location'), location);
    rmSync(first ?? '', { recursive: true });
    expect((await findPlace(moved ?? '', system)).folder).toBe(folder);
    expect((await findPlace(first ?? '', system)).folder).toBe(folder);
    expect(readdirSync(system).some((name) => name.includes('-left-'))).toBe(true);
  },
);
