import { basename, resolve } from 'node:path';
import { theme } from '@counterpart/db/schema';
import type { House } from '../../../platform/house.ts';
import type { ReportBuilder } from '../report.ts';
import { readLines, readManifest } from './folder.ts';
import type { FileName, Line, Manifest } from './form.ts';
import {
  type Ids,
  takeInstitutions,
  takePeople,
  takeRegions,
  takeSpace,
  takeThemes,
} from './lists-in.ts';
import { type ThreadWork, takeThread } from './threads-in.ts';

interface Reading {
  house: House;
  folder: string;
  manifest: Manifest;
  report: ReportBuilder;
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

async function takeLists(reading: Reading): Promise<Ids> {
  const { house, report } = reading;
  const ids: Ids = { institutions: new Map(), spaces: new Map(), people: new Set() };
  const inOne = house.db.transaction.bind(house.db, { memberId: null });
  for await (const rows of batches(reading, 'regions.jsonl', 'regions'))
    await inOne((tx) => takeRegions(tx, rows));
  for await (const rows of batches(reading, 'themes.jsonl', 'themes'))
    await inOne((tx) => takeThemes(tx, rows));
  for await (const rows of batches(reading, 'institutions.jsonl', 'institutions'))
    await inOne((tx) => takeInstitutions(tx, ids, rows));
  for await (const rows of batches(reading, 'people.jsonl', 'people'))
    await inOne((tx) => takePeople(tx, ids, rows, report));
  for await (const rows of batches(reading, 'spaces.jsonl', 'spaces'))
    for (const row of rows) await inOne((tx) => takeSpace(tx, ids, row));
  return ids;
}

/** Threads with their posts: both files are in the same order, and are read side by side. */
async function* withPosts(reading: Reading) {
  const { report } = reading;
  const threads = new Map<number, Line<'threads.jsonl'>>();
  for await (const rows of batches(reading, 'threads.jsonl', 'threads'))
    for (const row of rows) threads.set(row.id, row);
  let current: { thread: Line<'threads.jsonl'>; posts: Line<'posts.jsonl'>[] } | undefined;
  const done = new Set<number>();
  for await (const rows of batches(reading, 'posts.jsonl', 'posts')) {
    for (const post of rows) {
      if (current !== undefined && current.thread.id !== post.thread) {
        yield current;
        done.add(current.thread.id);
        current = undefined;
      }
      const thread = threads.get(post.thread);
      if (thread === undefined) report.leave('no-thread', `post ${post.id}`);
      else if (done.has(post.thread)) report.leave('twice', `post ${post.id}`);
      else {
        current ??= { thread, posts: [] };
        current.posts.push(post);
      }
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
  folder: string,
  report: ReportBuilder,
  onRead: (bytes: number) => void = () => undefined,
): Promise<void> {
  let bytes = 0;
  const manifest = readManifest(folder);
  const reading: Reading = {
    house,
    folder,
    manifest,
    report,
    onBytes(more) {
      bytes += more;
      onRead(bytes);
    },
  };
  const ids = await takeLists(reading);
  const slugs = await house.db.query((orm) => orm.select({ slug: theme.slug }).from(theme));
  const themes = new Set(slugs.map(({ slug }) => slug));
  const work: ThreadWork = { house, ids, themes, report, name: basename(resolve(folder)) };
  for await (const { thread, posts } of withPosts(reading)) {
    await takeThread(work, thread, inOrder(posts, report));
  }
}
