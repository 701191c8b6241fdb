import { basename, resolve } from 'node:path';
import { StartError, type Tx } from '@counterpart/db';
import { theme, thread } from '@counterpart/db/schema';
import { and, inArray, sql } from 'drizzle-orm';
import { failureOf } from '../../../platform/failure.ts';
import type { House } from '../../../platform/house.ts';
import { createReport, type ReportBuilder } from '../report.ts';
import { goOnAfter } from '../run.ts';
import { readLines, readManifest } from './folder.ts';
import type { FileName, Line, Manifest } from './form.ts';
import {
  meetPeople,
  takeInstitutions,
  takePeople,
  takeRegions,
  takeSpaces,
  takeThemes,
} from './lists-in.ts';
import { takeThread } from './threads-in.ts';
import type { Origin, Work } from './work.ts';

export interface ExportWish {
  /** The folder of the export. */
  path: string;
  /** Has to be said when an archive speaks for members who were here before. */
  origin?: Origin | undefined;
}

interface Reading extends Work {
  folder: string;
  manifest: Manifest;
  onBytes: (bytes: number) => void;
}

const atOnce = 500;

function linesOf<Name extends FileName>({ folder, manifest, ...rest }: Reading, name: Name) {
  return readLines(folder, name, manifest, rest);
}

/** The lines of a file, some at a time. */
async function* batches<Name extends FileName>(reading: Reading, name: Name, kind: string) {
  let batch: Line<Name>[] = [];
  for await (const line of linesOf(reading, name)) {
    reading.report.read(kind);
    batch.push(line);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Takes one list in, many rows at once; when one of them is refused, each alone, so that one stays out only. */
async function takeList<Name extends FileName>(
  reading: Reading,
  name: Name,
  take: (tx: Tx, rows: readonly Line<Name>[]) => Promise<void>,
): Promise<void> {
  const { house, report } = reading;
  const kind = name.slice(0, name.indexOf('.'));
  const inOne = (rows: readonly Line<Name>[]) =>
    house.db.transaction({ memberId: null }, (tx) => take(tx, rows));
  for await (const rows of batches(reading, name, kind)) {
    try {
      await inOne(rows);
    } catch (error) {
      await goOnAfter(house, error);
      for (const row of rows) {
        try {
          await inOne([row]);
        } catch (refusal) {
          await goOnAfter(house, refusal);
          report.leave(
            'failed',
            `${'id' in row ? row.id : row.slug} of the ${kind}: ${failureOf(refusal)}`,
          );
        }
      }
    }
  }
}

/** Notes which of these threads are here, and were not brought by an archive. */
async function meetThreads(house: House, found: Set<number>, rows: readonly { id: number }[]) {
  const there = await house.db.query((orm) =>
    orm
      .select({ id: thread.id })
      .from(thread)
      .where(
        and(
          inArray(
            thread.id,
            rows.map(({ id }) => id),
          ),
          sql`not exists (select from archive_item known where known.key = 'counterpart:thread:' || ${thread.id})`,
        ),
      ),
  );
  for (const { id } of there) found.add(id);
}

/** Nobody is made to say anything by an archive that somebody else may have written. */
async function askForOrigin(reading: Reading): Promise<void> {
  const { house, ids, origin } = reading;
  const { others, otherThreads } = ids;
  const unheard = { ...reading, report: createReport(), onBytes: () => undefined };
  for await (const rows of batches(unheard, 'people.jsonl', 'people')) {
    await house.db.query((orm) =>
      meetPeople(
        orm,
        reading,
        rows.map(({ id }) => id),
      ),
    );
  }
  for await (const rows of batches(unheard, 'threads.jsonl', 'threads')) {
    if (origin !== 'own') await meetThreads(house, otherThreads, rows);
  }
  if (others.size + otherThreads.size === 0 || origin !== undefined) return;
  throw new StartError(
    `The export speaks for ${others.size} of the members here, and in ${otherThreads.size} of the threads here, ` +
      'that no export has brought. Start again with --origin own when this network wrote it, and its word is ' +
      'taken for what they have said; or with --origin foreign, and that is left out.',
  );
}

async function takeLists(reading: Reading): Promise<void> {
  await takeList(reading, 'regions.jsonl', takeRegions);
  await takeList(reading, 'themes.jsonl', takeThemes);
  await takeList(reading, 'institutions.jsonl', (tx, rows) => takeInstitutions(tx, reading, rows));
  await takeList(reading, 'people.jsonl', (tx, rows) => takePeople(tx, reading, rows));
  await takeList(reading, 'spaces.jsonl', (tx, rows) => takeSpaces(tx, reading, rows));
}

/** Threads with their posts, as these follow each other; a thread comes again when its posts lie apart. */
async function* withPosts(reading: Reading) {
  const { report } = reading;
  const threads = new Map<number, Line<'threads.jsonl'>>();
  for await (const rows of batches(reading, 'threads.jsonl', 'threads'))
    for (const row of rows) threads.set(row.id, row);
  let current: { thread: Line<'threads.jsonl'>; posts: Line<'posts.jsonl'>[] } | undefined;
  for await (const rows of batches(reading, 'posts.jsonl', 'posts')) {
    for (const post of rows) {
      const found = threads.get(post.thread);
      if (found === undefined) {
        report.leave('no-thread', `post ${post.id}`);
        continue;
      }
      if (current !== undefined && current.thread !== found) yield current;
      if (current?.thread !== found) current = { thread: found, posts: [] };
      current.posts.push(post);
    }
  }
  if (current !== undefined) yield current;
}

/** In the order of the numbers, each once. */
function inOrder(posts: readonly Line<'posts.jsonl'>[], report: ReportBuilder) {
  const seen = new Set<number>();
  const once = posts.filter(({ id }) => {
    if (seen.has(id)) report.leave('twice', `post ${id}`);
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
  return once.toSorted((one, other) => one.seq - other.seq);
}

/**
 * Takes the export of a network in, with its spaces and people, each thread in a transaction of its own.
 * It may be stopped at any time and goes on where it was; what is here already stays as it is.
 */
export async function takeIn(
  house: House,
  { path: folder, origin }: ExportWish,
  report: ReportBuilder,
  onRead: (bytes: number) => void,
): Promise<void> {
  let bytes = 0;
  const manifest = readManifest(folder);
  const reading: Reading = {
    house,
    report,
    name: basename(resolve(folder)),
    origin,
    ids: {
      institutions: new Map(),
      spaces: new Map(),
      people: new Set(),
      others: new Set(),
      otherThreads: new Set(),
    },
    folder,
    manifest,
    onBytes(more) {
      bytes += more;
      onRead(bytes);
    },
  };
  await askForOrigin(reading);
  await takeLists(reading);
  const slugs = await house.db.query((orm) => orm.select({ slug: theme.slug }).from(theme));
  const themes = new Set(slugs.map(({ slug }) => slug));
  const work = { ...reading, themes };
  for await (const { thread, posts } of withPosts(reading)) {
    await takeThread(work, thread, inOrder(posts, report));
  }
}
