import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { APP_ROLE } from '../migrate.ts';

export const CLUSTER_VARIABLE = 'COUNTERPART_TEST_CLUSTER';
export const TEMPLATE_VARIABLE = 'COUNTERPART_TEST_TEMPLATE';

export interface TestDatabase {
  /** Address for serving connections: they begin in the role counterpart_app. */
  url: string;
  /** Address for the owner, who migrates and may do everything inside this database. */
  ownerUrl: string;
  /** Removes the database, closing whatever is still connected. */
  drop: () => Promise<void>;
}

/** Copies the migrated template into a database of its own. Call `drop()` when the test file is done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = variable(CLUSTER_VARIABLE);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await command(
    cluster,
    `create database ${name} template ${variable(TEMPLATE_VARIABLE)} strategy file_copy`,
  );
  const owner = new URL(cluster);
  owner.pathname = name;
  const app = new URL(owner);
  app.searchParams.set('options', `-c role=${APP_ROLE}`);
  const drop = () => command(cluster, `drop database if exists ${name} with (force)`);
  // URLSearchParams writes a space as "+", which not every driver reads back.
  return { url: app.href.replace('+', '%20'), ownerUrl: owner.href, drop };
}

async function command(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(
      `${name} is not set: run tests through vitest, whose global setup starts the cluster.`,
    );
  }
  return value;
}
