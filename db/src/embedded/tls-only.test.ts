import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDatabase } from '../check/check-database.ts';
import { type EmbeddedDatabase, startEmbedded } from '../embedded.ts';

let folder: string;
let database: EmbeddedDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterpart-door-'));
  chmodSync(folder, 0o755);
  database = await startEmbedded({ dataDir: folder, durable: false });
});

afterAll(async () => {
  await database.stop();
  rmSync(folder, { recursive: true });
});

/** Lets its superuser in as before, and the owner of the product's database only with encryption. */
async function closeDoor(): Promise<void> {
  const doors = ['host all postgres 127.0.0.1/32', 'hostssl all counterpart 127.0.0.1/32'];
  const text = doors.map((door) => `${door} scram-sha-256\n`).join('');
  writeFileSync(join(folder, 'cluster/data/pg_hba.conf'), text);
  const url = new URL(database.url);
  Object.assign(url, { username: 'postgres', pathname: '/postgres' });
  const sql = postgres(url.href, { max: 1 });
  await sql`select pg_reload_conf()`;
  await sql.end();
}

test('a server that takes only encrypted connections is not said to refuse the password', async () => {
  await closeDoor();
  await expect
    .poll(() => checkDatabase(database.url).catch((error: Error) => error.message))
    .toContain('without encryption. Add ?sslmode=require to DATABASE_URL');
});
