import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { emailAddress } from '@counterpart/contract';
import {
  type Database,
  type Network,
  openDatabase,
  readNetwork,
  StartError,
  settleNetwork,
} from '@counterpart/db';
import { adminCommand } from '../admin-command.ts';
import type { Config } from '../config.ts';
import { linkFirstAdmin } from '../features/accounts/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { type RunningDatabase, startDatabase } from '../start-database.ts';
import type { Command } from './command.ts';

const usage = `Say whose link it is: ${adminCommand()}`;
const elsewhere =
  'Set DATABASE_URL to the database of your live network, or MODE=live for one in the embedded database.';

function readEmail(args: string[]): string {
  const { values } = parseArgs({ args, options: { email: { type: 'string' } }, strict: false });
  const { email } = values;
  if (typeof email !== 'string') throw new StartError(usage);
  const read = emailAddress.safeParse(email.trim());
  if (read.success) return read.data;
  throw new StartError(`No account can have this address, which is wrong or too long. ${usage}`);
}

/** The network the link is for. One is made only where somebody has said that it is to be live. */
async function settleLive(config: Config, { url, name }: RunningDatabase): Promise<Network> {
  const found = await readNetwork(url);
  if (found === undefined && config.mode !== 'live') {
    throw new StartError(`There is no network in ${name} yet. ${elsewhere}`);
  }
  if (found?.mode === 'demo') {
    throw new StartError(
      `In ${name} is a demo network, where everybody chooses on the sign-in page whom to be: ` +
        `it has no use for a link. ${elsewhere}`,
    );
  }
  return settleNetwork(url, {
    mode: config.mode,
    isModeNamed: config.modeNamed,
    isEmbedded: config.databaseUrl === undefined,
    now: new Date(),
  });
}

async function makeLink(db: Database, email: string) {
  const token = randomBytes(32).toString('base64url');
  try {
    return { token, expiresAt: await linkFirstAdmin(db, { email, token }) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'member-exists') throw error;
    throw new StartError(`${email} already has an account here. Sign in, or name another address.`);
  }
}

/** Prints a single-use link with which an admin opens their account in a live network. */
export const createAdmin: Command = async (config, args) => {
  const email = readEmail(args);
  const running = await startDatabase(config, { beside: true });
  try {
    const { mode } = await settleLive(config, running);
    const db = openDatabase({ url: running.url, connections: 1 });
    try {
      const { token, expiresAt } = await makeLink(db, email);
      return [
        `${config.publicUrl}/open-account#${token}`,
        `This link opens an account with the role of admin for ${email}, in the ${mode} network in ${running.name}. ` +
          `It works once, until ${expiresAt.toISOString()}.`,
      ].join('\n');
    } finally {
      await db.close();
    }
  } finally {
    await running.stop();
  }
};
