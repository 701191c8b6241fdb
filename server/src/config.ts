import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '@counterpart/db';
import { type Setting, settings } from './settings.ts';

export type Mode = 'demo' | 'live';

/** The settings of one server, read and checked. */
export interface Config {
  port: number;
  /** Undefined: 127.0.0.1 for a demo network, else every address. */
  host: string | undefined;
  /** An origin, without a slash at the end. */
  publicUrl: string;
  /** Addresses, ranges and names that proxy-addr understands; empty: nobody is believed. */
  trustProxy: string[];
  /** Undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** An absolute path. */
  dataDir: string;
  /** For root: where the embedded PostgreSQL keeps its files. Undefined when DATA_DIR is set. */
  systemDir: string | undefined;
  /** What an empty database becomes. */
  mode: Mode;
  /** Whether MODE was set; a network of another mode then refuses to start. */
  modeNamed: boolean;
  rateLimits: boolean;
  meili: { url: string; key: string | undefined } | undefined;
  smtpUrl: string | undefined;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

type Name = keyof typeof settings;
type Value<N extends Name> = NonNullable<ReturnType<(typeof settings)[N]['read']>>;

const SYSTEM_DIR = '/var/lib/counterpart';

/** Reads the settings. Wrong ones are refused together in one StartError, a sentence each. */
export function readConfig(env: NodeJS.ProcessEnv, checkout = checkoutFolder()): Config {
  const wrong: string[] = [];
  const take = <N extends Name>(name: N): Value<N> | undefined => read(name, env, wrong);
  const port = take('PORT') ?? 0;
  const databaseUrl = take('DATABASE_URL');
  const dataDir = take('DATA_DIR');
  const mode = take('MODE');
  const meiliUrl = take('MEILI_URL');
  const config: Config = {
    port,
    host: take('HOST'),
    publicUrl: take('PUBLIC_URL') ?? `http://localhost:${port}`,
    trustProxy: take('TRUST_PROXY') ?? [],
    databaseUrl,
    dataDir: resolve(checkout, dataDir ?? '.data'),
    systemDir: dataDir === undefined ? SYSTEM_DIR : undefined,
    mode: mode ?? (databaseUrl === undefined ? 'demo' : 'live'),
    modeNamed: mode !== undefined,
    rateLimits: take('RATE_LIMITS') !== 'off',
    meili: meiliUrl === undefined ? undefined : { url: meiliUrl, key: take('MEILI_KEY') },
    smtpUrl: take('SMTP_URL'),
    logLevel: take('LOG_LEVEL') ?? 'warn',
  };
  wrong.push(...contradictions(config));
  if (wrong.length > 0) throw new StartError(wrong.join('\n'));
  return config;
}

/** The settings as rows for the documentation: name, allowed values, default, meaning. */
export function describeSettings(): {
  name: string;
  type: string;
  fallback: string;
  meaning: string;
}[] {
  return Object.entries<Setting<unknown>>(settings).map(([name, setting]) => ({
    name,
    type: setting.type,
    fallback: setting.fallback ?? setting.without ?? '',
    meaning: setting.meaning,
  }));
}

function read<N extends Name>(
  name: N,
  env: NodeJS.ProcessEnv,
  wrong: string[],
): Value<N> | undefined;
function read(name: Name, env: NodeJS.ProcessEnv, wrong: string[]): unknown {
  const setting: Setting<unknown> = settings[name];
  // Compose files and shells pass on what is not set as an empty text.
  const text = env[name] === undefined || env[name] === '' ? setting.fallback : env[name];
  if (text === undefined) return undefined;
  const value = setting.read(text);
  if (value === undefined) {
    const found = setting.secret ? 'its value, not shown here,' : `"${text}"`;
    wrong.push(`${name} is wrong: ${found} was found, and it must be ${setting.type}.`);
  }
  return value;
}

function contradictions({ mode, modeNamed, databaseUrl, rateLimits }: Config): string[] {
  const found: string[] = [];
  if (mode === 'demo' && databaseUrl !== undefined) {
    found.push(
      'MODE is "demo", which works only with the embedded database: leave DATABASE_URL out.',
    );
  }
  if (mode === 'live' && modeNamed && !rateLimits) {
    found.push('RATE_LIMITS is "off", which a live network refuses: leave it out.');
  }
  return found;
}

/** Both `server/src` and `server/dist` lie two steps below it. */
function checkoutFolder(): string {
  return fileURLToPath(new URL('../..', import.meta.url));
}
