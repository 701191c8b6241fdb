import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sharing } from '@counterpart/contract';
import { StartError } from '@counterpart/db';
import { space } from '@counterpart/db/schema';
import { eq } from 'drizzle-orm';
import type { House } from '../../platform/house.ts';
import { sharingIn } from '../spaces/index.ts';
import { bringIn } from './bring-in/bring-in.ts';
import type { Reader } from './bring-in/incoming.ts';
import { threadsOf } from './bring-in/known.ts';
import { readMbox } from './mbox/read.ts';
import { type ExportWish, takeIn } from './open/take-in.ts';
import { createReport, type Report, type ReportBuilder } from './report.ts';
import { asRun, type ProgressMaker } from './run.ts';
import { readStackExchange } from './stackexchange/read.ts';

const readers = { stackexchange: readStackExchange, mbox: readMbox } satisfies Record<
  string,
  Reader
>;
export type ImportFormat = keyof typeof readers;

export function isImportFormat(text: string | undefined): text is ImportFormat {
  return text !== undefined && Object.hasOwn(readers, text);
}

export interface ImportWish {
  format: ImportFormat;
  /** The folder or file of the archive. */
  path: string;
  /** The slug of the space that the threads go to. */
  space: string;
  /** The widest label that the space allows when absent. */
  sharing?: Sharing | undefined;
  language: string;
}

/** Bytes of a file, or of the files in a folder. */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new StartError(`There is no ${path}.`);
  if (!found.isDirectory()) return found.size;
  const names = await readdir(path).catch(() => {
    throw new StartError(`This user may not read ${path}. Let it, then start again.`);
  });
  // What is no file here is told when it is read.
  const sizes = names.map((name) =>
    stat(join(path, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function findSpace(house: House, { space: slug, sharing }: ImportWish) {
  const [found] = await house.db.query((orm) =>
    orm.select().from(space).where(eq(space.slug, slug)),
  );
  if (found === undefined) {
    const all = await house.db.query((orm) => orm.select({ slug: space.slug }).from(space));
    const slugs = all.map((row) => row.slug).join(', ');
    throw new StartError(`There is no space ${slug}. There are: ${slugs || 'none yet'}.`);
  }
  const [widest] = sharingIn(found.access);
  const label = sharing ?? widest ?? 'space';
  if (!sharingIn(found.access).includes(label)) {
    throw new StartError(`In the space ${slug}, threads cannot carry the label ${label}.`);
  }
  return { spaceId: found.id, sharing: label };
}

async function readAndStore(
  house: House,
  wish: ImportWish,
  report: ReportBuilder,
  progress: ProgressMaker,
): Promise<void> {
  const place = await findSpace(house, wish);
  const reading = progress('Reading', await sizeOf(wish.path));
  let bytes = 0;
  const archive = await readers[wish.format](wish.path, {
    report,
    onBytes(more) {
      bytes += more;
      reading.to(bytes);
    },
    threadsOf: (keys) => threadsOf(house, place, keys),
  });
  reading.end();
  try {
    const storing = progress('Storing', archive.threads.length);
    await bringIn(house, archive, { ...place, language: wish.language }, report, storing.to);
    storing.end();
  } finally {
    await archive.close();
  }
}

/**
 * Brings an archive from elsewhere into a space and gives the report. Nobody is notified: the log
 * hears of one change per thread, marked as imported.
 */
export async function importArchive(
  live: House,
  ownerUrl: string,
  wish: ImportWish,
  progress: ProgressMaker,
): Promise<Report> {
  const house: House = { ...live, db: live.db.told({ origin: 'import' }) };
  const report = createReport();
  const run = { kind: 'import', options: wish, told: report.result } as const;
  await asRun(house, ownerUrl, run, () => readAndStore(house, wish, report, progress));
  return report.result();
}

/** Brings the export of a network into this one, with its spaces; otherwise as `importArchive`. */
export async function importExport(
  live: House,
  ownerUrl: string,
  wish: ExportWish,
  progress: ProgressMaker,
): Promise<Report> {
  const house: House = { ...live, db: live.db.told({ origin: 'import' }) };
  const report = createReport();
  const options = { format: 'counterpart', ...wish };
  const run = { kind: 'import', options, told: report.result } as const;
  await asRun(house, ownerUrl, run, async () => {
    const size = await sizeOf(wish.path);
    await takeIn(house, wish, report, (label) => progress(label, size));
  });
  return report.result();
}
