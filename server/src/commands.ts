// `npm run <command>`: what the server does once from the command line.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openDatabase, StartError, settleNetwork } from '@counterpart/db';
import { type Config, readConfig } from './config.ts';
import { linkFirstAdmin } from './features/accounts/index.ts';
import { startDatabase } from './start-database.ts';

type Command = (config: Config, args: string[]) => Promise<string>;

/** Prints a single-use link with which the first admin opens their account. */
async function createAdmin(config: Config, args: string[]): Promise<string> {
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
}

const commands = new Map<string, Command>([['admin:create', createAdmin]]);

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = commands.get(name);
  if (command === undefined) {
    throw new StartError(
      `There is no command ${name}. There are: ${[...commands.keys()].join(', ')}`,
    );
  }
  process.stdout.write(`${await command(readConfig(process.env), args)}\n`);
} catch (error) {
  const text = error instanceof StartError ? error.message : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}
