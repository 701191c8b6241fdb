import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { StartError } from '@counterpart/db';
import type { IncomingArchive, IncomingAuthor, IncomingPost } from '../bring-in/incoming.ts';
import { createSpool, type Spool, type SpoolRef } from '../bring-in/spool.ts';
import type { ReportBuilder } from '../report.ts';
import { conversationsOf, type InConversation } from './conversations.ts';
import { type Mail, readMail } from './mail.ts';
import { type RawMessage, splitMbox } from './split.ts';
import { listTagOf, withoutPrefixes } from './subjects.ts';

/** What is kept of a message until its conversation is stored. */
interface Stored {
  author: IncomingAuthor;
  body: string;
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

function noteMends({ report }: Reading, name: string, mail: Mail, raw: RawMessage): void {
  if (mail.isEnvelopeDate) report.mend('no-date', name);
  if (mail.body.includes('\uFFFD')) report.mend('broken-characters', name);
  if (raw.cut) report.mend('message-cut', name);
  else if (mail.isCutOff) report.mend('cut-off', name);
  for (const file of mail.files) report.leave('attachment', `${name}: ${file}`);
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
  noteMends(reading, name, mail, raw);
  const { id, refs, subject, body } = mail;
  const ref = await spool.add({ author: authorOf(mail), body });
  items.push({ id, refs, subject, at: mail.at ?? items.at(-1)?.at ?? 0, ref });
}

async function takePosts(spool: Spool<Stored>, conversation: readonly InConversation<Item>[]) {
  const posts: IncomingPost[] = [];
  let before: Item | null = null;
  for (const { item, parent } of conversation) {
    const { author, body } = await spool.take(item.ref);
    posts.push({
      key: keyOf(item.id),
      author,
      body,
      createdAt: new Date(item.at),
      editedAt: null,
      // What answers the post above it need not say so.
      quotes: parent === null || parent === before ? null : keyOf(parent.id),
    });
    before = item;
  }
  return posts;
}

/** Reads the archive of a mailing list: one file of messages, each behind a `From ` line. */
export async function readMbox(
  file: string,
  report: ReportBuilder,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<IncomingArchive> {
  if (!statSync(file).isFile()) {
    throw new StartError(`${file} is a folder. Name the mbox file itself.`);
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
  return {
    format: 'mbox',
    name: basename(file),
    threads: conversationsOf(items, listTag).map((conversation) => {
      const title = withoutPrefixes(conversation[0]?.item.subject ?? '', listTag);
      return {
        kind: /[?؟]\s*$/.test(title) ? 'question' : 'discussion',
        title,
        locked: false,
        keys: conversation.map(({ item }) => keyOf(item.id)),
        posts: () => takePosts(spool, conversation),
      };
    }),
    close: () => spool.close(),
  };
}
