import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StartError } from '@counterpart/db';
import { markdownFromHtml } from '@counterpart/text/from-html';
import type {
  IncomingArchive,
  IncomingAuthor,
  IncomingPost,
  ReaderNeeds,
} from '../bring-in/incoming.ts';
import { createSpool, type Spool, type SpoolRef } from '../bring-in/spool.ts';
import { believed } from '../bring-in/times.ts';
import { mendsOf, type Note, type ReportBuilder } from '../report.ts';
import { beginsAs, type Row, readRows } from './rows.ts';

const question = '1';
const answer = '2';

/** A post or comment as it lies in the spool. */
interface Stored {
  author: IncomingAuthor;
  html: string | null;
  markdown: string | null;
  editedAt: number | null;
  notes: readonly Note[];
}

interface Item {
  key: string;
  /** The number of the site, which orders what has the same time. */
  id: number;
  at: number;
  /** The key of the post it answers or comments. */
  quotes: string | null;
  ref: SpoolRef;
}

interface Thread {
  title: string;
  locked: boolean;
  items: Item[];
}

interface Reading {
  report: ReportBuilder;
  onBytes: (bytes: number) => void;
  spool: Spool<Stored>;
  names: Map<string, string>;
  /** By the number of the question. */
  threads: Map<string, Thread>;
  /** The question and the key of each post, by its number. */
  posts: Map<string, { thread: string; key: string; at: number }>;
}

/** Times of these archives have no zone and mean UTC. */
function timeOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const at = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return believed(at);
}

function authorOf({ names }: Reading, id: string | undefined, name: string | undefined) {
  // The site itself writes as user -1.
  if (id !== undefined && /^-?\d{1,15}$/.test(id))
    return { key: `user:${id}`, name: names.get(id) ?? name ?? `user${id}` };
  if (name?.trim()) return { key: `name:${name.trim().toLowerCase()}`, name: name.trim() };
  return { key: 'nobody', name: null };
}

function isNumber(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,15}$/.test(text);
}

/** A row with its number and its time; the report says why there is none. */
function identified({ report }: Reading, place: string, row: Row, last: number | null) {
  const id = row['Id'];
  if (!isNumber(id)) {
    report.leave('no-id', place);
    return undefined;
  }
  const at = timeOf(row['CreationDate']);
  return { id, row, at: at ?? last ?? 0, isUndated: at === null };
}

const isBroken = (text: string) => text.includes('\uFFFD');

type Identified = Exclude<ReturnType<typeof identified>, undefined>;

async function readPost(reading: Reading, { row, id, at, isUndated }: Identified): Promise<void> {
  const { report, spool, threads, posts } = reading;
  const name = `post ${id}`;
  const kind = row['PostTypeId'];
  if (kind !== question && kind !== answer) return report.leave('other-kind', name);
  if (posts.has(id)) return report.leave('twice', name);
  const thread = kind === question ? id : (row['ParentId'] ?? '');
  const html = row['Body'] ?? '';
  const key = `stackexchange:post:${id}:${at}`;
  const author = authorOf(reading, row['OwnerUserId'], row['OwnerDisplayName']);
  const editedAt = timeOf(row['LastEditDate']);
  const notes = mendsOf(name, {
    'no-date': isUndated,
    'broken-characters': isBroken(html),
    'no-edit-date': row['LastEditDate'] !== undefined && editedAt === null,
  });
  const ref = await spool.add({ author, html, markdown: null, editedAt, notes });
  const found = threads.get(thread) ?? { title: '', locked: false, items: [] };
  if (kind === question) {
    found.title = row['Title'] ?? '';
    found.locked = row['ClosedDate'] !== undefined;
  }
  found.items.push({ key, id: Number(id), at, quotes: null, ref });
  threads.set(thread, found);
  posts.set(id, { thread, key, at });
}

/**
 * Gives the whole rows of a table with what the report calls each. False when there are none, and the file
 * is something else.
 */
async function readTable(
  { report, onBytes }: Reading,
  name: string,
  file: string,
  take: (row: Row, place: string) => Promise<void> | void,
): Promise<boolean> {
  let whole = 0;
  for await (const row of readRows(file, onBytes)) {
    const place = `row ${report.read(name)} of the ${name}`;
    if (typeof row === 'string') {
      report.leave(row, place);
      continue;
    }
    whole += 1;
    await take(row, place);
  }
  return whole > 0 || beginsAs(file, name);
}

async function readPosts(reading: Reading, file: string): Promise<void> {
  let last: number | null = null;
  const isTable = await readTable(reading, 'posts', file, async (row, place) => {
    const known = identified(reading, place, row, last);
    if (!known) return;
    last = known.at;
    await readPost(reading, known);
  });
  if (isTable) return;
  throw new StartError(
    `${file} holds no posts: it is empty, or something else under that name, such as a page that says why ` +
      'nothing was downloaded. Get the archive of the site again and unpack it.',
  );
}

async function readComments(reading: Reading, file: string): Promise<void> {
  const { report, spool, threads, posts } = reading;
  const seen = new Set<string>();
  let last: number | null = null;
  const isTable = await readTable(reading, 'comments', file, async (found, place) => {
    const known = identified(reading, place, found, last);
    if (!known) return;
    const { row, id, at, isUndated } = known;
    const name = `comment ${id}`;
    last = at;
    const on = posts.get(row['PostId'] ?? '');
    if (seen.has(id)) report.leave('twice', name);
    else if (on === undefined) report.leave('no-post', name);
    else {
      seen.add(id);
      const markdown = row['Text'] ?? '';
      const author = authorOf(reading, row['UserId'], row['UserDisplayName']);
      const notes = mendsOf(name, {
        'no-date': isUndated,
        'broken-characters': isBroken(markdown),
      });
      const ref = await spool.add({ author, html: null, markdown, editedAt: null, notes });
      const key = `stackexchange:comment:${id}:${at}`;
      // Nothing is said about a post before it is there.
      const item = { key, id: Number(id), at: Math.max(at, on.at + 1), quotes: on.key, ref };
      threads.get(on.thread)?.items.push(item);
    }
  });
  if (!isTable) report.leave('unreadable', basename(file));
}

async function readNames(reading: Reading, file: string): Promise<void> {
  const isTable = await readTable(reading, 'users', file, ({ Id: id, DisplayName: name }) => {
    if (id !== undefined && name?.trim()) reading.names.set(id, name);
  });
  if (!isTable) reading.report.leave('unreadable', basename(file));
}

/** Answers whose question is not there have no thread to stand in. */
function leaveOrphans({ report, threads, posts }: Reading): void {
  for (const [id, { items }] of threads) {
    if (posts.get(id)?.thread === id) continue;
    for (const item of items) {
      report.leave(item.quotes === null ? 'no-question' : 'no-post', item.key);
    }
    threads.delete(id);
  }
}

function inOrder(id: string, { items }: Thread): Item[] {
  const first = items.find((item) => item.quotes === null && item.id === Number(id));
  const rest = items.filter((item) => item !== first);
  rest.sort((one, other) => one.at - other.at || one.id - other.id);
  return first === undefined ? rest : [first, ...rest];
}

async function takePosts(spool: Spool<Stored>, items: readonly Item[]): Promise<IncomingPost[]> {
  const posts: IncomingPost[] = [];
  for (const { key, at, quotes, ref } of items) {
    const { author, html, markdown, editedAt, notes } = await spool.take(ref);
    posts.push({
      key,
      author,
      body: html === null ? (markdown ?? '') : markdownFromHtml(html),
      createdAt: new Date(at),
      editedAt: editedAt === null ? null : new Date(editedAt),
      quotes,
      notes,
    });
  }
  return posts;
}

/** The files of a dump that something is taken from. */
const taken: ReadonlySet<string> = new Set(['Posts.xml', 'Users.xml', 'Comments.xml']);

/** Reads a folder of a Stack Exchange data dump: Posts.xml, and Users.xml and Comments.xml if there. */
export async function readStackExchange(
  folder: string,
  { report, onBytes }: ReaderNeeds,
): Promise<IncomingArchive> {
  const file = (name: string) => join(folder, name);
  if (!existsSync(file('Posts.xml'))) {
    throw new StartError(
      `There is no Posts.xml in ${folder}. Name the folder that the archive of one site was unpacked into.`,
    );
  }
  const spool = await createSpool<Stored>();
  const reading: Reading = {
    report,
    onBytes,
    spool,
    names: new Map(),
    threads: new Map(),
    posts: new Map(),
  };
  try {
    if (existsSync(file('Users.xml'))) await readNames(reading, file('Users.xml'));
    await readPosts(reading, file('Posts.xml'));
    if (existsSync(file('Comments.xml'))) await readComments(reading, file('Comments.xml'));
  } catch (error) {
    await spool.close();
    throw error;
  }
  leaveOrphans(reading);
  for (const name of (await readdir(folder)).toSorted())
    if (!taken.has(name)) report.leave('other-file', name);

  const ordered = [...reading.threads]
    .map(([id, thread]) => ({ ...thread, items: inOrder(id, thread) }))
    .toSorted((one, other) => (one.items[0]?.at ?? 0) - (other.items[0]?.at ?? 0));
  return {
    format: 'stackexchange',
    name: basename(folder),
    answers: [],
    threads: ordered.map(({ title, locked, items }) => ({
      kind: 'question',
      title,
      locked,
      goesOnIn: null,
      keys: items.map(({ key }) => key),
      posts: () => takePosts(spool, items),
    })),
    close: () => spool.close(),
  };
}
