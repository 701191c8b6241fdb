import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openDatabase, StartError, settleNetwork } from '@counterpart/db';
import { linkFirstAdmin } from '../features/accounts/index.ts';
import { startDatabase } from '../start-database.ts';
import type { Command } from './command.ts';

/** Prints a single-use link with which the first admin opens their account. */
export const createAdmin: Command = async (config, args) => {
  const { values } = parseArgs({ args, options: { email: { type: 'string' } }, strict: false });
  const { email } = values;
  if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new StartError('Say whose link it is: npm run admin:create -- --email you@example.org');
  }
  const running = await startDatabase(config, { beside: true });
  try {
    await settleNetwork(running.url, {
      mode: config.mode,
      isModeNamed: config.modeNamed,
      now: new Date(),
    });
    const db = openDatabase({ url: running.url, connections: 1 });
    const token = randomBytes(32).toString('base64url');
    const expiresAt = await linkFirstAdmin(db, { email, token });
    await db.close();
    return [
      `${config.publicUrl}/open-account#${token}`,
      `This link opens an account with the role of admin for ${email}. It works once, until ${expiresAt.toISOString()}.`,
    ].join('\n');
  } finally {
    await running.stop();
  }
};
