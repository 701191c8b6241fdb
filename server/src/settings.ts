import { isIP } from 'node:net';

/** One setting: what docs say about it, and how its text is read. `read` gives undefined for a wrong text. */
export interface Setting<T> {
  /** What is allowed, to follow "it must be". */
  type: string;
  /** The text that counts when the setting is missing or empty. */
  fallback?: string;
  /** What happens without it, for settings that have no plain default. */
  without?: string;
  meaning: string;
  /** Never shown in messages. */
  secret?: true;
  read: (text: string) => T | undefined;
}

/** Every setting of the server, in the order of the documentation. */
export const settings = {
  PORT: {
    type: 'a whole number from 1 to 65535',
    fallback: '3000',
    meaning: 'The port on which pages and API are served.',
    read: wholeNumber(1, 65_535),
  },
  HOST: {
    type: 'a host name or address',
    without: '127.0.0.1 for a demo network, else every address of the machine',
    meaning: 'The address on which the server listens.',
    read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
  },
  PUBLIC_URL: {
    type: 'an http or https address without path, such as https://forum.example.org',
    without: 'http://localhost with the PORT',
    meaning:
      'The address in the reader’s browser. Decides allowed origins, cookies, links and HSTS.',
    read: (text) => {
      const url = address(text, ['http:', 'https:']);
      return url && url.href === `${url.origin}/` ? url.origin : undefined;
    },
  },
  TRUST_PROXY: {
    type: 'addresses or ranges separated by commas, such as 10.0.0.0/8, or loopback',
    without: 'nobody is believed',
    meaning: 'The proxies whose word about the reader’s address is believed.',
    read: (text) => {
      const proxies = text.split(',').map((proxy) => proxy.trim());
      return proxies.every(isProxy) ? proxies : undefined;
    },
  },
  DATABASE_URL: {
    type: 'an address such as postgres://user:password@host:5432/database, in which %, / and @ of a name or password are written as %25, %2F and %40',
    without: 'the embedded PostgreSQL',
    meaning: 'A PostgreSQL of your own, 16 or newer. The user owns the database and migrates it.',
    secret: true,
    read: (text) => {
      const url = address(text, ['postgres:', 'postgresql:']);
      return url && url.pathname.length > 1 && isDecodable(url) ? url.href : undefined;
    },
  },
  DATA_DIR: {
    type: 'a folder',
    without: '.data in the checkout; for root, a new embedded database in /var/lib/counterpart',
    meaning: 'Where the embedded database and uploads are kept.',
    read: (text) => (text.includes('\0') ? undefined : text),
  },
  MODE: {
    type: '"demo" or "live"',
    without: 'demo with the embedded database, live with DATABASE_URL',
    meaning: 'What an empty database becomes at its first start. Never changed afterwards.',
    read: oneOf('demo', 'live'),
  },
  RATE_LIMITS: {
    type: '"on" or "off"',
    fallback: 'on',
    meaning: 'Limits on attempts and requests. Off is refused in a live network.',
    read: oneOf('on', 'off'),
  },
  MEILI_URL: {
    type: 'an http or https address',
    without: 'search by PostgreSQL',
    meaning: 'A Meilisearch that answers searches. This version does not ask it yet.',
    read: (text) => address(text, ['http:', 'https:'])?.href,
  },
  MEILI_KEY: {
    type: 'a key of the Meilisearch',
    without: 'no key',
    meaning: 'The key for MEILI_URL.',
    secret: true,
    read: (text) => text,
  },
  SMTP_URL: {
    type: 'an address such as smtps://user:password@host:465',
    without: 'no mail is sent',
    meaning: 'The mail server. This version sends no mail yet.',
    secret: true,
    read: (text) => address(text, ['smtp:', 'smtps:'])?.href,
  },
  LOG_LEVEL: {
    type: '"fatal", "error", "warn", "info", "debug", "trace" or "silent"',
    fallback: 'warn',
    meaning: 'How much the server writes to its log.',
    read: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  },
} satisfies Record<string, Setting<unknown>>;

function oneOf<const T extends string>(...allowed: T[]): (text: string) => T | undefined {
  return (text) => allowed.find((one) => one === text);
}

function wholeNumber(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };
}

function address(text: string, protocols: string[]): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && protocols.includes(url.protocol) && url.hostname !== '' ? url : undefined;
}

/** A lone % cannot be read as what it stands for. */
function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    return decodeURIComponent([username, password, pathname].join('/')) !== '';
  } catch {
    return false;
  }
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [ip = '', bits = '0', ...rest] = text.split('/');
  const most = isIP(ip) === 4 ? 32 : 128;
  return isIP(ip) !== 0 && rest.length === 0 && wholeNumber(0, most)(bits) !== undefined;
}
