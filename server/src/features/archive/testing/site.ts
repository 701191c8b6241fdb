import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

type Row = Record<string, string | number>;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\n': '&#xA;' };

function rowOf(row: Row): string {
  const attributes = Object.entries(row).map(
    ([name, value]) =>
      `${name}="${`${value}`.replaceAll(/[&<"\n]/g, (sign) => escapes[sign] ?? '')}"`,
  );
  return `  <row ${attributes.join(' ')} />\n`;
}

/** One file of a Stack Exchange dump, as bytes. */
export function fileOf(name: string, rows: readonly Row[]): string {
  return `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<${name}>\n${rows.map(rowOf).join('')}</${name}>\n`;
}

let days = 0;
/** A time of the archive, each a day after the one before. */
export function nextDay(): string {
  days += 1;
  return new Date(Date.UTC(2014, 0, 1) + days * 24 * 3_600_000).toISOString().slice(0, -1);
}

export function question(Id: number, more: Row = {}): Row {
  const usual = { PostTypeId: 1, CreationDate: nextDay(), OwnerUserId: 7 };
  return { Id, ...usual, Title: `Question ${Id}?`, Body: `<p>Asked ${Id}.</p>`, ...more };
}

export function answerTo(ParentId: number, Id: number, more: Row = {}): Row {
  const usual = { PostTypeId: 2, CreationDate: nextDay(), OwnerUserId: 8 };
  return { Id, ParentId, ...usual, Body: `<p>Answered ${Id}.</p>`, ...more };
}

export function commentOn(PostId: number, Id: number, more: Row = {}): Row {
  return { Id, PostId, CreationDate: nextDay(), UserId: 9, Text: `Commented ${Id}.`, ...more };
}

export interface Site {
  posts?: Row[];
  comments?: Row[];
  users?: Row[];
  /** Files beside these, with what is in them. */
  others?: Record<string, string>;
  /** The last word on a file, such as to damage it. */
  change?: Partial<
    Record<'Posts.xml' | 'Comments.xml' | 'Users.xml', (text: string) => string | Buffer>
  >;
}

/** The folder of a dump; it is gone after the test. */
export async function aSite(site: Site): Promise<string> {
  const { posts = [], comments, users, others = {}, change = {} } = site;
  const folder = await mkdtemp(join(tmpdir(), 'counterpart-test-site-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const files = { 'Posts.xml': posts, 'Comments.xml': comments, 'Users.xml': users } as const;
  for (const [name, rows] of Object.entries(files) as [keyof typeof files, Row[] | undefined][]) {
    if (rows === undefined) continue;
    const text = fileOf(name.slice(0, -4).toLowerCase(), rows);
    await writeFile(join(folder, name), change[name]?.(text) ?? text);
  }
  for (const [name, text] of Object.entries(others)) await writeFile(join(folder, name), text);
  return folder;
}
