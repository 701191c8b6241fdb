import { basename, resolve } from 'node:path';
import { theme } from '@counterpart/db/schema';
import type { House } from '../../../platform/house.ts';
import type { ReportBuilder } from '../report.ts';
import type { ProgressMaker } from '../run.ts';
import { lookThrough } from './ask.ts';
import { readManifest } from './folder-in.ts';
import type { Line } from './form.ts';
import { takeInstitutions, takeRegions, takeThemes } from './lists-in.ts';
import { keepPlaces, takePeople } from './people-in.ts';
import { batches, type Reading, takeList } from './reading.ts';
import { takeSpaces } from './spaces-in.ts';
import { takeThread } from './threads-in.ts';
import type { Origin } from './work.ts';

export interface ExportWish {
  /** The folder of the export. */
  path: string;
  /** Has to be said when an archive speaks for members who were here before. */
  origin?: Origin | undefined;
}

type Bar = ReturnType<ProgressMaker>;

/** Hears of bytes as they are read. */
function adding(bar: Bar) {
  let bytes = 0;
  return (more: number): void => {
    bytes += more;
    bar.to(bytes);
  };
}

const atOnce = 1_000;

/** Takes what comes before the threads; keeps a place for each of the `named` whom no line describes. */
async function takeLists(reading: Reading, named: ReadonlySet<number>): Promise<void> {
  const { house, ids } = reading;
  await takeList(reading, 'regions.jsonl', takeRegions);
  await takeList(reading, 'themes.jsonl', takeThemes);
  await takeList(reading, 'institutions.jsonl', (tx, rows) => takeInstitutions(tx, reading, rows));
  const told = new Set<number>();
  await takeList(reading, 'people.jsonl', async (tx, rows) => {
    const notes = await takePeople(tx, reading, rows);
    for (const { id } of rows) told.add(id);
    return notes;
  });
  const untold = [...named].filter((id) => !told.has(id) && !ids.others.has(id));
  for (let at = 0; at < untold.length; at += atOnce) {
    const part = untold.slice(at, at + atOnce);
    await house.db.transaction({ memberId: null }, (tx) => keepPlaces(tx, reading, part));
  }
  await takeList(reading, 'spaces.jsonl', (tx, rows) => takeSpaces(tx, reading, rows));
}

/** Threads with their posts, as these follow each other; a thread comes again when its posts lie apart. */
async function* withPosts(reading: Reading) {
  const { report } = reading;
  const threads = new Map<number, Line<'threads.jsonl'>>();
  for await (const rows of batches(reading, 'threads.jsonl'))
    for (const row of rows) threads.set(row.id, row);
  let current: { thread: Line<'threads.jsonl'>; posts: Line<'posts.jsonl'>[] } | undefined;
  for await (const rows of batches(reading, 'posts.jsonl')) {
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

/**
 * Takes the export of a network in, with its spaces and people, each thread in a transaction of its own.
 * It may be stopped at any time and goes on where it was; what is here already stays as it is.
 */
export async function takeIn(
  house: House,
  { path: folder, origin }: ExportWish,
  report: ReportBuilder,
  startBar: (label: string) => Bar,
): Promise<void> {
  const manifest = readManifest(folder);
  if (manifest === null) report.mend('no-description', 'archive.json');
  const reading: Reading = {
    house,
    report,
    name: basename(resolve(folder)),
    origin,
    ids: {
      institutions: new Map(),
      spaces: new Map(),
      people: new Set(),
      nameless: new Set(),
      others: new Set(),
      otherThreads: new Set(),
    },
    folder,
    manifest,
    onBytes: () => undefined,
  };
  const looking = startBar('Looking through');
  const named = await lookThrough({ ...reading, onBytes: adding(looking) });
  looking.end();
  const taking = startBar('Taking in');
  reading.onBytes = adding(taking);
  await takeLists(reading, named);
  const slugs = await house.db.query((orm) => orm.select({ slug: theme.slug }).from(theme));
  const themes = new Set(slugs.map(({ slug }) => slug));
  const gaps = new Map<string, string>();
  const work = { ...reading, themes, gaps };
  for await (const { thread, posts } of withPosts(reading)) {
    await takeThread(
      work,
      thread,
      posts.toSorted((one, other) => one.seq - other.seq),
    );
  }
  for (const what of gaps.values()) report.mend('kept-number', what);
  taking.end();
}
