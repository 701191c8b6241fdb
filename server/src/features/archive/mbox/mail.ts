import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { markdownFromHtml } from '@counterpart/text/from-html';
import { markdownFromPlain } from '@counterpart/text/from-plain';
import { quotationAbove, writtenPart } from '@counterpart/text/reply';
import iconv from 'iconv-lite';
import { type ParsedMail, simpleParser } from 'mailparser';
import { believed } from '../bring-in/times.ts';
import type { RawMessage } from './split.ts';

/** One message of a mailing list, read. */
export interface Mail {
  /** What other messages call it; of one without an identifier a digest of its content. */
  id: string;
  /** Identifiers of the messages it answers, the one it answers directly last. */
  refs: string[];
  subject: string;
  author: { name: string | null; address: string };
  /** In ms since 1970; null when neither the message nor the line before it has a date. */
  at: number | null;
  /** The date is the one of the line before the message. */
  isEnvelopeDate: boolean;
  /** Markdown: what its author wrote, with the names of the files that were beside it. */
  body: string;
  /** A digest of what its author wrote. */
  words: string;
  /** When a quotation stands above what its author wrote: a digest of it, and the body without it. */
  above: { words: string; body: string } | null;
  files: string[];
  /** The end of its parts, or of its encoding, is not there. */
  isCutOff: boolean;
  /** A sign that no text holds was in its head or in what its author wrote. */
  hasNul: boolean;
  /** Sent by a machine: an absence notice, a bounce. */
  isAutomatic: boolean;
}

// Without control characters: no mail that is whole has any there, and the database holds none of them.
const identifier = /<([^<>\s\p{Cc}\p{Cs}]{1,500})>/gu;
/** As public archives write addresses, to keep them from those who collect them. */
const hiddenAddress = /^From: *(\S+) at (\S+)(?: +\((.*)\))? *\r?$/im;
const anyAddress = /[^\s<>()",:;@]+@[^\s<>()",:;@]+/;

function fromWindows(bytes: Buffer): Buffer {
  return Buffer.from(iconv.decode(bytes, 'windows-1252'));
}

function inTwo(content: Buffer): [head: Buffer, rest: Buffer] {
  const ends = [content.indexOf('\n\n'), content.indexOf('\r\n\r\n')].filter((end) => end >= 0);
  const end = Math.min(content.length, ...ends);
  return [content.subarray(0, end), content.subarray(end)];
}

/** A name in quotation marks, as a header wants it; one that is encoded stays so. */
function quoted(name: string): string {
  return name.startsWith('=?') ? name : `"${name.replaceAll(/["\\]+/g, '').trim()}"`;
}

function withAddress(head: Buffer): Buffer {
  const shown = head
    .toString()
    .replace(
      hiddenAddress,
      (_line, user: string, host: string, name = '') =>
        `From: ${quoted(name || user)} <${user}@${host}>`,
    );
  return Buffer.from(shown);
}

/**
 * A message as programs of today write it: with an address, and in UTF-8 where it does not say in which
 * letters it is. Old programs sent letters beyond ASCII without a word; mostly they were those of Windows.
 */
function mended(content: Buffer): Buffer {
  const [head, rest] = inTwo(content);
  const isSaid = /charset\s*=/i.test(content.toString('latin1'));
  return Buffer.concat([
    withAddress(isUtf8(head) ? head : fromWindows(head)),
    isSaid || isUtf8(rest) ? rest : fromWindows(rest),
  ]);
}

function identifiersIn(text: string | string[] | undefined): string[] {
  return [...[text ?? []].flat().join(' ').matchAll(identifier)].map(([, id = '']) => id);
}

/** The part of an address behind its sign, also as those write it who hide it. */
const host =
  /(?<=\S)@[^\s<>()",:;'@]+|(?<=\S)(?:\s+at\s+|\s*[([{]\s*at\s*[)\]}]\s*)(?:[\p{L}\p{N}-]+(?:\.|\s+dot\s+|\s*[([{]\s*dot\s*[)\]}]\s*))+\p{L}{2,}/giu;

/** A name may hold an address, as lists write it: "'ada@example.org' via List". No address is kept. */
function withoutHosts(name: string): string {
  return name.replaceAll(host, '');
}

function authorOf({ from }: ParsedMail): Mail['author'] {
  const { name = '', address = '' } = from?.value[0] ?? {};
  const found = address.includes('@') ? address : (anyAddress.exec(from?.text ?? '')?.[0] ?? '');
  const shown = withoutHosts(name).trim() || (found.split('@')[0] ?? '');
  return { name: shown === '' ? null : shown, address: found.trim().toLowerCase() };
}

/** Who is quoted stays, and the address that mail programs put beside the name does not. */
function withoutQuotedAddresses(text: string): string {
  return text.replaceAll(
    / ?[<[(](?:mailto:)?[^\s<>@]+@[^\s<>@]+[>\])](?=[^\n]*:[ \t]*\r?\n[ \t]*\r?\n?>)/g,
    '',
  );
}

const digestOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** The same for a text and a quotation of it, however mail programs have broken its lines. */
const wordsOf = (text: string) => digestOf(text.replaceAll(/[\s>]/g, ''));

function writingOf(mail: ParsedMail, files: readonly string[]) {
  const plain = withoutQuotedAddresses(mail.text?.trim() ?? '');
  const isPlain = plain !== '';
  const written = writtenPart(isPlain ? plain : markdownFromHtml(mail.html || ''));
  const beside = files.map((name) => `📎 \`${name}\``);
  const bodyOf = (text: string) =>
    [isPlain ? markdownFromPlain(text) : text, ...beside].filter(Boolean).join('\n\n');
  const above = quotationAbove(written);
  return {
    body: bodyOf(written),
    words: wordsOf(written),
    above: above && { words: wordsOf(writtenPart(above.quoted)), body: bodyOf(above.written) },
  };
}

function filesOf({ attachments }: ParsedMail): string[] {
  return attachments.map(({ filename, contentType }) =>
    (filename ?? contentType).replaceAll(/[`\s]+/g, ' ').trim(),
  );
}

function isAutomatic({ headers, from }: ParsedMail): boolean {
  const said = headers.get('auto-submitted');
  const isSaid = typeof said === 'string' && !/^\s*no\b/i.test(said);
  return isSaid || /^mailer-daemon@/i.test(from?.value[0]?.address ?? '');
}

/** Whether it ends before it says so, as far as that can be known: plain text ends anywhere. */
function isCutOff({ headers }: ParsedMail, content: Buffer): boolean {
  const type = headers.get('content-type');
  const hasParams = typeof type === 'object' && 'params' in type;
  const boundary = hasParams ? (type.params as Record<string, string>)['boundary'] : undefined;
  if (boundary !== undefined) return !content.includes(`\n--${boundary}--`);
  const encoding = headers.get('content-transfer-encoding');
  if (typeof encoding !== 'string' || !/^\s*base64\b/i.test(encoding)) return false;
  const [, rest] = inTwo(content);
  const signs = rest.toString('latin1').replaceAll(/[^A-Za-z0-9+/=]/g, '');
  return signs.length % 4 !== 0;
}

/** In ms since 1970; where no zone is named, it is the one of Greenwich. */
function timeIn(text: string): number | null {
  const at = Date.parse(/[+-]\d{4}|GMT|UTC|Z$/i.test(text) ? text : `${text} UTC`);
  return believed(at);
}

/** What the message says of its time; the parser would take the present when that cannot be read. */
function timeOf({ headerLines, date }: ParsedMail): number | null {
  const line = headerLines.find(({ key }) => key === 'date')?.line;
  const isRead = line !== undefined && timeIn(line.replace(/^date:\s*/i, '')) !== null;
  return isRead ? believed(date?.getTime()) : null;
}

/** Reads one message; throws when it is too entangled to be read. */
export async function readMail({ envelope, content }: RawMessage): Promise<Mail> {
  const parsed = await simpleParser(mended(content), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  });
  const [own] = identifiersIn(parsed.messageId);
  const said = timeOf(parsed);
  const files = filesOf(parsed);
  const writing = writingOf(parsed, files);
  return {
    id: own ?? digestOf(content),
    refs: [...identifiersIn(parsed.references), ...identifiersIn(parsed.inReplyTo)],
    subject: parsed.subject?.trim() ?? '',
    author: authorOf(parsed),
    at: said ?? timeIn(envelope),
    isEnvelopeDate: said === null,
    ...writing,
    files,
    isCutOff: isCutOff(parsed, content),
    hasNul: inTwo(content)[0].includes(0) || `${parsed.subject}${writing.body}`.includes('\0'),
    isAutomatic: isAutomatic(parsed),
  };
}
