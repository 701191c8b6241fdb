import { StartError } from '../start-error.ts';
import { type Facts, OLDEST_MAJOR } from './facts.ts';

const NEW_DATABASE =
  "CREATE DATABASE counterpart TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'und' LOCALE 'C.UTF-8';";

/** Whether this program can live in such a database; `newest` is the newest migration it brings, in ms since 1970. */
export function checkFacts(facts: Facts, newest: number): void {
  const refusal =
    wrongServer(facts) ?? wrongLetters(facts) ?? wrongContents(facts, newest) ?? wrongRights(facts);
  if (refusal !== undefined) throw new StartError(refusal);
}

function wrongServer({ version, closed, database }: Facts): string | undefined {
  const major = Math.floor(version / 10_000);
  if (major < OLDEST_MAJOR) {
    return (
      `The database server is PostgreSQL ${major}; Counterpart needs ${OLDEST_MAJOR} or newer. ` +
      'Upgrade the server, or point DATABASE_URL at another one.'
    );
  }
  if (closed === 'standby') {
    return (
      'The database server is a standby, which only follows another server and takes no changes. ' +
      'Point DATABASE_URL at the primary.'
    );
  }
  if (closed === 'read-only') {
    return (
      `The database "${database}" is set to take no changes. Ask an administrator to run: ` +
      `ALTER DATABASE "${database}" RESET default_transaction_read_only; (or the same for the user, or the server).`
    );
  }
  return undefined;
}

function wrongLetters(facts: Facts): string | undefined {
  const { database, encoding, ctype, locale } = facts;
  if (encoding === 'UTF8' && knowsLetters(facts)) return undefined;
  const collation = locale ?? ctype;
  return (
    `The database "${database}" has encoding ${encoding}, collation ${collation} and LC_CTYPE ${ctype}, with ` +
    `which accents and Arabic letters cannot be searched. Make a new one: ${NEW_DATABASE}`
  );
}

/** Trigrams ask LC_CTYPE what a letter is, also where ICU or PostgreSQL itself sorts. */
function knowsLetters({ provider, ctype, locale }: Facts): boolean {
  const isBlind = (name: string) => ['C', 'POSIX', ''].includes(name);
  return !isBlind(ctype) && !(provider === 'b' && isBlind(locale ?? ''));
}

function wrongContents({ database, others, migrated }: Facts, newest: number): string | undefined {
  if (others.length > 0) {
    return (
      `The database "${database}" already holds something else (with the tables ${others.join(', ')}). ` +
      `Counterpart needs a database of its own. Make one: ${NEW_DATABASE}`
    );
  }
  if (migrated !== null && migrated > newest) {
    return (
      `The database "${database}" was written by a newer version of Counterpart. ` +
      'Start that version or a newer one; this one would not understand the data.'
    );
  }
  return undefined;
}

function wrongRights(facts: Facts): string | undefined {
  const { database, user, foreignOwner, mayCreate, mayCreateInPublic, missing } = facts;
  if (foreignOwner !== null) {
    return (
      `The tables in "${database}" belong to "${foreignOwner}", and DATABASE_URL names "${user}". ` +
      `Put "${foreignOwner}" with its password into DATABASE_URL.`
    );
  }
  if (!mayCreate) {
    return (
      `The database user "${user}" may not create tables in "${database}". ` +
      `Ask an administrator to run: ALTER DATABASE "${database}" OWNER TO "${user}";`
    );
  }
  if (!mayCreateInPublic) {
    return (
      `The database user "${user}" may not create tables in the schema public of "${database}". ` +
      `Ask an administrator to run there: GRANT ALL ON SCHEMA public TO "${user}";`
    );
  }
  if (missing.length > 0) {
    return (
      `The database "${database}" lacks extensions that the user "${user}" cannot make: ${missing.join(', ')}. ` +
      'Install the contrib package of PostgreSQL, or ask an administrator to run CREATE EXTENSION for each.'
    );
  }
  return undefined;
}
