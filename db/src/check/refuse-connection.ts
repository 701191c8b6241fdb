import { errorCode } from '../error-code.ts';
import { StartError } from '../start-error.ts';

/** The server took the connection and then said nothing for too long. */
export class Unanswered extends Error {
  readonly code = 'CONNECT_TIMEOUT';
}

interface Place {
  server: string;
  database: string;
  user: string;
  /** What was said instead of an answer. */
  words: string;
}

/** Says in a sentence why there is no connection. The password in the address is never shown. */
export function refuseConnection(url: string, error: unknown): never {
  const { hostname, port, pathname, username } = new URL(url);
  const place = {
    server: `${hostname || 'localhost'}:${port || '5432'}`,
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    words: wordsOf(error),
  };
  const code = errorCode(error) ?? '';
  const sentence = unreachable(code, place) ?? notLetIn(code, place) ?? other(code, place);
  throw new StartError(`The database server at ${place.server} ${sentence}`);
}

function unreachable(code: string, { words }: Place): string | undefined {
  if (code === 'ECONNRESET' && words.includes('secure TLS')) {
    return 'has no encryption, and DATABASE_URL asks for it. Take sslmode out of DATABASE_URL.';
  }
  switch (code) {
    case 'CONNECT_TIMEOUT':
      return 'does not answer. Correct the host and port in DATABASE_URL, or mend what stands between.';
    case 'CONNECTION_CLOSED':
      return (
        'ends each connection without an answer, as a proxy does whose database is down. ' +
        'Start the database behind it, or correct the host and port in DATABASE_URL.'
      );
    case '57P03':
    case '53300':
      return `takes no connections now: ${words}. Wait a moment and start again.`;
    default:
      return undefined;
  }
}

function notLetIn(code: string, { database, user, words }: Place): string | undefined {
  if (code === '28000' && words.includes('pg_hba.conf')) {
    const isOpen = /no encryption|SSL off/.test(words);
    return (
      `does not let the user "${user}" into the database "${database}" from this machine` +
      `${isOpen ? ' without encryption. Add ?sslmode=require to DATABASE_URL; if that does not help, ask' : '. Ask'} ` +
      'its administrator for an entry in pg_hba.conf.'
    );
  }
  switch (code) {
    case '28P01':
    case '28000':
      return (
        `does not accept the user "${user}" with this password. ` +
        'Correct the user and password in DATABASE_URL.'
      );
    case '3D000':
      return (
        `has no database "${database}". ` +
        'Make it with CREATE DATABASE, or correct the name in DATABASE_URL.'
      );
    case '42501':
      return (
        `lets the user "${user}" in, but not at what the database "${database}" holds: ${words}. ` +
        'Put the owner of the database into DATABASE_URL.'
      );
    default:
      return undefined;
  }
}

function other(code: string, { words }: Place): string {
  // PostgreSQL's own codes have five signs: somebody is there.
  if (/^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return `refuses: ${words}. Correct DATABASE_URL.`;
  return (
    `cannot be reached: ${words}. Start it, correct DATABASE_URL, or leave DATABASE_URL out to use ` +
    'the embedded database.'
  );
}

function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text || (errorCode(error) ?? 'no answer');
}
