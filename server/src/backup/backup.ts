// A backup on disk; what one holds and how it is used: docs/operating.md
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { newestMigration, StartError } from '@counterpart/db';
import { z } from 'zod/mini';
import { onDisk } from '../platform/disk.ts';
import { listFolder, type Sums, sumFolder } from './files.ts';

const MANIFEST = 'SHA256SUMS';
const ABOUT = 'about.json';

const about = z.object({
  format: z.literal(1),
  /** The files of an embedded network, or the dump of a database. */
  kind: z.enum(['files', 'dump']),
  madeAt: z.string(),
  /** Where it was taken from, in words without a password. */
  from: z.string(),
  /** The major version of PostgreSQL that wrote it. */
  postgres: z.number(),
  /** The newest migration of the program that took it, in ms since 1970. */
  migration: z.number(),
  /** Files of a database are read only by the kind of machine that wrote them. */
  machine: z.string(),
  /** A copy through a store that knows only files loses them, and PostgreSQL needs them. */
  emptyFolders: z.array(z.string().check(z.regex(/^[\w-]+(\/[\w.-]*\w)*$/))),
});

export type About = z.infer<typeof about>;

/** What a backup of a network needs to know: writes its files into a folder and tells their sums. */
export type Source = (
  draft: string,
) => Promise<Pick<About, 'kind' | 'from' | 'postgres'> & { sums: Sums }>;

/** Dates the name of a folder, to the second and in UTC. */
export function stampOf(now: Date): string {
  return now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
}

/**
 * Makes a dated folder in `home`, which must be there, with what `source` writes, a page about it and its sums, and reads
 * all of it back. It has its name only when that went well.
 */
export async function makeBackup(home: string, source: Source, now: Date): Promise<string> {
  // A mistyped path, or a disk that is not mounted, would be made without a word where nobody looks.
  if (!statSync(home, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StartError(
      `There is no folder ${resolve(home)}. Make it, or mount its disk, then start again.`,
    );
  }
  const folder = resolve(home, `counterpart-${stampOf(now)}`);
  if (existsSync(folder)) {
    throw new StartError(`There is a backup in ${folder} already. Start again in a second.`);
  }
  const draft = `${folder}.unfinished`;
  try {
    await onDisk('The backup was not made', async () => {
      mkdirSync(draft, { mode: 0o700 });
      const { sums, ...told } = await source(draft);
      await seal(draft, { ...told, madeAt: now.toISOString() }, sums);
      await readBackup(draft);
      renameSync(draft, folder);
    });
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  return folder;
}

/** Adds the page about it and the sums of all. */
async function seal(
  draft: string,
  told: Pick<About, 'kind' | 'from' | 'postgres' | 'madeAt'>,
  sums: Sums,
): Promise<void> {
  const page: About = {
    format: 1,
    ...told,
    migration: newestMigration(),
    machine: machine(),
    emptyFolders: listFolder(draft).emptyFolders,
  };
  const text = `${JSON.stringify(page, null, 2)}\n`;
  writeFileSync(join(draft, ABOUT), text, { mode: 0o600 });
  sums.set(ABOUT, createHash('sha256').update(text).digest('hex'));
  writeFileSync(join(draft, MANIFEST), linesOf(sums), { mode: 0o600 });
}

/** Reads every byte of a backup and compares it with its sums; tells what it is. */
export async function readBackup(folder: string): Promise<About> {
  // Unlike existsSync it throws when this user may not look.
  if (statSync(join(folder, MANIFEST), { throwIfNoEntry: false }) === undefined) {
    throw new StartError(
      `${folder} is not a whole backup: it has no ${MANIFEST}. Name a folder that "npm run backup" made.`,
    );
  }
  const [wanted, found] = [sumsIn(folder), await sumFolder(folder)];
  found.delete(MANIFEST);
  const wrong = wrongIn(wanted, found);
  if (wrong !== undefined) {
    throw new StartError(
      `The backup in ${folder} is damaged: ${wrong}. Nothing was restored. Take another backup.`,
    );
  }
  const read = about.safeParse(JSON.parse(readFileSync(join(folder, ABOUT), 'utf8')));
  if (read.success) return read.data;
  throw new StartError(
    `The backup in ${folder} was made by another version of Counterpart, which this one does not ` +
      'understand. Restore it with the version that made it.',
  );
}

/** The first file that is not as its sum says, and what is wrong with it. */
function wrongIn(wanted: Sums, found: Sums): string | undefined {
  for (const file of [ABOUT, ...wanted.keys()]) {
    if (!found.has(file)) return `${file} is missing`;
    if (!wanted.has(file)) return `${file} has no sum`;
    if (found.get(file) !== wanted.get(file)) return `${file} was changed`;
  }
  const more = [...found.keys()].find((file) => !wanted.has(file));
  return more === undefined ? undefined : `${more} was not part of it`;
}

/** Refuses what this program, or this machine, could not run. */
export function mustSuit(folder: string, { kind, migration, machine: of }: About): void {
  if (migration > newestMigration()) {
    throw new StartError(
      `The backup in ${folder} was made by a newer version of Counterpart. Restore it with that version.`,
    );
  }
  if (kind === 'files' && of !== machine()) {
    throw new StartError(
      `The backup in ${folder} was made on ${of}, and its files cannot be read on ${machine()}. ` +
        'Restore it on a machine of that kind.',
    );
  }
}

function machine(): string {
  return `${process.platform}-${process.arch}`;
}

/** As `sha256sum --check` reads them. */
function linesOf(sums: Sums): string {
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, sum]) => `${sum}  ${file}\n`)
    .join('');
}

function sumsIn(folder: string): Sums {
  const lines = readFileSync(join(folder, MANIFEST), 'utf8').split('\n');
  return new Map(lines.filter(Boolean).map((line) => [line.slice(66), line.slice(0, 64)]));
}
