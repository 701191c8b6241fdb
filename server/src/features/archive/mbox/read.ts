import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { StartError } from '@counterpart/db';
import type {
  IncomingArchive,
  IncomingAuthor,
  IncomingPost,
  ReaderNeeds,
} from '../bring-in/incoming.ts';
import { createSpool, type Spool, type SpoolRef } from '../bring-in/spool.ts';
import { mendsOf, type Note, type ReportBuilder } from '../report.ts';
import { conversationsOf, type InConversation } from './conversations.ts';
import { type Mail, readMail } from './mail.ts';
import { type RawMessage, splitMbox } from './split.ts';
import { listTagOf, withoutPrefixes } from './subjects.ts';

/** What is kept of a message until its conversation is stored. */
interface Stored extends Pick<Mail, 'body' | 'words' | 'above'> {
  author: IncomingAuthor;
  notes: readonly Note[];
}

interface Item {
  id: string;
  refs: string[];
  subject: string;
  at: number;
  ref: SpoolRef;
}

interface Reading {
  report: ReportBuilder;
  spool: Spool<Stored>;
  items: Item[];
  seen: Set<string>;
}

const keyOf = (id: string) => `mbox:${id}`;

/** Authors are told apart by their address, of which only a digest is kept. */
function authorOf({ author: { name, address } }: Mail): IncomingAuthor {
  if (address === '') return { key: name === null ? 'nobody' : `name:${name.toLowerCase()}`, name };
  const digest = createHash('sha256').update(address).digest('hex').slice(0, 32);
  return { key: `address:${digest}`, name };
}

/** What the message is called in the report. */
const nameOf = (count: number, { id }: Mail) => `message ${count} (${id.slice(0, 60)})`;

function notesOf(name: string, mail: Mail, raw: RawMessage): Note[] {
  const mends = mendsOf(name, {
    'no-date': mail.isEnvelopeDate,
    'broken-characters': mail.body.includes('\uFFFD'),
    nul: mail.hasNul,
    'message-cut': raw.cut,
    'cut-off': !raw.cut && mail.isCutOff,
  });
  const left = mail.files.map((file) => `${name}: ${file}`);
  return [...mends, ...left.map((what) => ({ reason: 'attachment' as const, what, left: true }))];
}

async function readMessage(reading: Reading, raw: RawMessage, count: number): Promise<void> {
  const { report, spool, items, seen } = reading;
  report.read('messages');
  let mail: Mail;
  try {
    mail = await readMail(raw);
  } catch {
    return report.leave('unreadable', `message ${count}`);
  }
  const name = nameOf(count, mail);
  if (mail.isAutomatic) return report.leave('automatic', name);
  if (seen.has(mail.id)) return report.leave('twice', name);
  seen.add(mail.id);
  const { id, refs, subject, body, words, above } = mail;
  const notes = notesOf(name, mail, raw);
  const ref = await spool.add({ author: authorOf(mail), body, words, above, notes });
  items.push({ id, refs, subject, at: mail.at ?? items.at(-1)?.at ?? 0, ref });
}

/** A conversation on its way to become a thread, or to go on in one. */
interface Conversation {
  messages: readonly InConversation<Item>[];
  goesOnIn: number | null;
  /** What it answers of other archives: the keys of posts in that thread. */
  answers: ReadonlySet<string>;
}

/** What a message quotes: what it answers, unless that is the post above it. */
function quotedBy(
  { item, parent }: InConversation<Item>,
  before: Item | null,
  answers: ReadonlySet<string>,
) {
  if (parent !== null) return parent === before ? null : keyOf(parent.id);
  return item.refs.map(keyOf).findLast((key) => answers.has(key)) ?? null;
}

async function takePosts(spool: Spool<Stored>, { messages, answers }: Conversation) {
  const posts: IncomingPost[] = [];
  const said = new Map<Item | null, string>();
  let before: Item | null = null;
  for (const message of messages) {
    const { item, parent } = message;
    const { author, body, words, above, notes } = await spool.take(item.ref);
    said.set(item, words);
    posts.push({
      key: keyOf(item.id),
      author,
      // What it answers stands in a post of its own.
      body: above !== null && above.words === said.get(parent) ? above.body : body,
      createdAt: new Date(item.at),
      editedAt: null,
      quotes: quotedBy(message, before, answers),
      notes,
    });
    before = item;
  }
  return posts;
}

/** The conversations of these messages; one that answers what is here already goes on there. */
async function converse(items: readonly Item[], listTag: string | null, needs: ReaderNeeds) {
  const here = new Set(items.map(({ id }) => id));
  const outside = new Set(items.flatMap(({ refs }) => refs.filter((ref) => !here.has(ref))));
  const byKey = await needs.threadsOf([...outside].map(keyOf));
  const threads = new Map(
    [...outside].flatMap((ref) => {
      const thread = byKey.get(keyOf(ref));
      return thread === undefined ? [] : [[ref, thread] as const];
    }),
  );
  return conversationsOf(items, listTag, threads).map((messages): Conversation => {
    const named = messages.flatMap(({ item }) => item.refs.filter((ref) => threads.has(ref)));
    const goesOnIn = threads.get(named[0] ?? '') ?? null;
    const inside = named.filter((ref) => threads.get(ref) === goesOnIn);
    return { messages, goesOnIn, answers: new Set(inside.map(keyOf)) };
  });
}

/**
 * Reads the archive of a mailing list: one file of messages, each behind a `From ` line. What answers
 * messages of another file, which was brought in before, goes on in their threads.
 */
export async function readMbox(file: string, needs: ReaderNeeds): Promise<IncomingArchive> {
  const { report, onBytes } = needs;
  const found = statSync(file);
  if (!found.isFile()) {
    const what = found.isDirectory() ? 'a folder' : 'neither a file nor a folder';
    throw new StartError(`${file} is ${what}. Name the mbox file itself.`);
  }
  const spool = await createSpool<Stored>();
  const reading: Reading = { report, spool, items: [], seen: new Set() };
  let count = 0;
  const onLoose = (bytes: number) => report.leave('loose', `${bytes} bytes`);
  for await (const raw of splitMbox(file, onBytes, onLoose)) {
    count += 1;
    await readMessage(reading, raw, count);
  }
  if (count === 0) {
    await spool.close();
    throw new StartError(
      `There are no messages in ${file}. An mbox file begins with a line "From …".`,
    );
  }
  const { items } = reading;
  const listTag = listTagOf(items.map(({ subject }) => subject));
  const conversations = await converse(items, listTag, needs);
  return {
    format: 'mbox',
    name: basename(file),
    answers: [...new Set(conversations.flatMap(({ answers }) => [...answers]))],
    threads: conversations.map((conversation) => {
      const { messages, goesOnIn } = conversation;
      const title = withoutPrefixes(messages[0]?.item.subject ?? '', listTag);
      return {
        kind: /[?؟]\s*$/.test(title) ? 'question' : 'discussion',
        title,
        locked: false,
        goesOnIn,
        keys: messages.map(({ item }) => keyOf(item.id)),
        posts: () => takePosts(spool, conversation),
      };
    }),
    close: () => spool.close(),
  };
}
