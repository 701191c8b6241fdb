import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTestDatabase } from '@counterpart/db/testing';
import postgres from 'postgres';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

it('a demo network is not served from a database of your own, such as a restored dump', async () => {
  const { ownerUrl, drop } = await createTestDatabase();
  const sql = postgres(ownerUrl, { max: 1 });
  await sql`insert into network (mode, name, created_at) values ('demo', 'Counterpart', now())`;
  await sql.end();
  const env = { PATH: process.env['PATH'], PORT: '1', DATABASE_URL: ownerUrl };
  const start = promisify(execFile)(process.execPath, ['--import', 'tsx', main], { env });
  await expect(start).rejects.toMatchObject({
    code: 2,
    stderr:
      'This database holds a demo network, in which everybody may become anybody. Such a network is ' +
      'served only from the embedded database: use another database, or leave DATABASE_URL out for a demo.\n',
  });
  await drop();
}, 30_000);

it('data of another major version of PostgreSQL is told in a sentence and left as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-major-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'cluster', 'data');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'PG_VERSION'), '17\n');
  const env = { PATH: process.env['PATH'], PORT: '1', DATA_DIR: folder };
  const start = promisify(execFile)(process.execPath, ['--import', 'tsx', main], { env });
  await expect(start).rejects.toMatchObject({
    code: 2,
    stderr:
      `The data in ${data} was written by PostgreSQL 17, and this program brings PostgreSQL 18. Start it ` +
      'with the version of Counterpart that wrote it, or choose an empty DATA_DIR. docs/operating.md ' +
      'says how to take the network along.\n',
  });
  rmSync(folder, { recursive: true });
}, 30_000);
