import { randomBytes } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '@counterpart/db';
import { settings } from '../settings.ts';
import type { Command } from './command.ts';
import { typedPath } from './typed-path.ts';

const usage = `Say at which address the network will be read:
  npm run server:init -- --url https://forum.example.org
With --without-containers for PostgreSQL and Caddy of the machine itself, and --to <file> for another file.`;

interface Wish {
  url: string;
  bare: boolean;
  file: string;
}

function readArguments(args: string[]): Wish {
  const values = parse(args);
  if (values.url === undefined) throw new StartError(usage);
  const url = settings.PUBLIC_URL.read(values.url);
  // Whoever reads the file, a shell or compose, takes other signs for something of its own.
  if (url === undefined || !/^https?:\/\/[\w.:[\]-]+$/.test(url)) {
    throw new StartError(`The address after --url must be ${settings.PUBLIC_URL.type}.\n${usage}`);
  }
  const bare = values['without-containers'];
  const { port } = new URL(url);
  if (port !== '' && !bare) {
    throw new StartError(
      `With containers the network answers on the ports 80 and 443 only: leave out ":${port}".\n${usage}`,
    );
  }
  const usual = resolve(bare ? 'server.env' : 'docker/.env');
  return { url, bare, file: values.to === undefined ? usual : typedPath(values.to) };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: 'string' },
        to: { type: 'string' },
        'without-containers': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // Its first sentence names what is wrong, the others are for programmers.
    const [words] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new StartError(`${words}.\n${usage}`);
  }
}

/** The lines of the file, each with what it is for; nothing in them needs quoting. */
function linesFor({ url, bare }: Wish): [name: string, value: string, meaning: string][] {
  const password = secret();
  const owner: [string, string, string] = [
    'DATABASE_PASSWORD',
    password,
    'the database user "counterpart", who owns the network',
  ];
  const address: [string, string, string] = ['PUBLIC_URL', url, 'the address in the browser'];
  if (bare) {
    return [
      address,
      ['MODE', 'live', 'a network of real people'],
      ['HOST', '127.0.0.1', 'only Caddy, on this machine, reaches the server'],
      ['TRUST_PROXY', 'loopback', 'Caddy is believed about the address of a reader'],
      owner,
      [
        'DATABASE_URL',
        `postgres://counterpart:${password}@127.0.0.1:5432/counterpart`,
        'where the network is',
      ],
    ];
  }
  return [
    address,
    ['POSTGRES_PASSWORD', secret(), 'the administrator of PostgreSQL'],
    owner,
    ['MEILI_MASTER_KEY', secret(), 'Meilisearch'],
  ];
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function write(file: string, text: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StartError(
      `${file} is a folder. Name the file that shall be written: --to ${join(file, '.env')}`,
    );
  }
  try {
    // Made only when missing, and for this user alone from its first moment.
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') {
      throw new StartError(
        `${file} is there already and was left as it is: the databases know its secrets. Where no ` +
          'network uses it, remove it and start again.',
      );
    }
    const words = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `${file} cannot be written: ${words}. Name another file with --to <file>.`,
    );
  }
}

/** Writes the secrets of a new server into a file that only this user can read; never over another. */
export const initServer: Command = async (_config, args) => {
  const wish = readArguments(args);
  const lines = linesFor(wish);
  const body = lines.map(([name, value, meaning]) => `# ${meaning}\n${name}=${value}\n`).join('');
  write(wish.file, `# The settings and secrets of one server: docs/operating.md\n${body}`);
  const names = lines.map(([name]) => name).join(', ');
  return (
    `${wish.file} was written, with random secrets, and only this user can read it: ${names}. Keep a copy ` +
    'in a safe place: the databases will know these secrets, and whoever has them can read everything.'
  );
};
