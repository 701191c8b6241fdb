import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@counterpart/db';
import * as z from 'zod/mini';
import type { ReportBuilder } from '../report.ts';
import type { Manifest } from './form.ts';
import { type FileName, fileNames, formVersion, type Line, lines, manifest } from './form.ts';

/** No line of an export comes near; what is longer is no line. */
const longestLine = 64 * 2 ** 20;

const ours = 'counterpart';
const kind = z.object({ format: z.optional(z.string()), version: z.optional(z.number()) });

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * What the folder says of itself; null when that is damaged or away and there are files of an export. A sentence
 * when it is none of ours.
 */
export function readManifest(folder: string): Manifest | null {
  const file = join(folder, 'archive.json');
  if (!existsSync(file) && !fileNames.some((name) => existsSync(join(folder, name)))) {
    throw new StartError(`There is no archive.json in ${folder}. Name the folder of an export.`);
  }
  const told = readJson(file);
  const { format = ours, version = formVersion } = kind.safeParse(told).data ?? {};
  if (format !== ours || version !== formVersion) {
    throw new StartError(
      `${file} does not describe an archive that this version can read: it says format ${format}, ` +
        `version ${version}, and this one reads ${ours}, version ${formVersion}. Bring it in with the version of ` +
        'Counterpart that wrote it, or with a newer one.',
    );
  }
  const read = manifest.safeParse(told);
  return read.success ? read.data : null;
}

type RawLine = { bytes: Buffer | null } | { hash: string };

/** Lines as bytes, and the hash of them all at the end; a line that is too long is told as null. */
async function* rawLines(file: string, onBytes: (bytes: number) => void): AsyncGenerator<RawLine> {
  const hash = createHash('sha256');
  let rest: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    let bytes = chunk as Buffer;
    hash.update(bytes);
    onBytes(bytes.length);
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      const isTooLong = size + end > longestLine;
      yield { bytes: isTooLong ? null : Buffer.concat([...rest, bytes.subarray(0, end)]) };
      [rest, size] = [[], 0];
      bytes = bytes.subarray(end + 1);
    }
    size += bytes.length;
    if (size > longestLine) rest = [];
    else rest.push(bytes);
  }
  if (size > 0) yield { bytes: size > longestLine ? null : Buffer.concat(rest) };
  yield { hash: hash.digest('hex') };
}

function parse<Name extends FileName>(name: Name, text: string): Line<Name> | null {
  try {
    const read = lines[name].safeParse(JSON.parse(text));
    return read.success ? (read.data as Line<Name>) : null;
  } catch {
    return null;
  }
}

/** A line as it can be read, or why not; neither when it is empty. */
function lineOf<Name extends FileName>(
  name: Name,
  bytes: Buffer | null,
): { line?: Line<Name>; fault?: string } {
  if (bytes === null) return { fault: ' (longer than 64 MB)' };
  if (!isUtf8(bytes)) return { fault: ' (not UTF-8)' };
  // Some editors put a mark before the first line.
  const text = bytes.toString().replace(/^\uFEFF/, '');
  if (text.trim() === '') return {};
  const line = parse(name, text);
  return line === null ? { fault: '' } : { line };
}

const refusals: Record<string, string> = {
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ENOENT: 'it is not there',
};

/** Why the disk does not give a file; any other error is thrown on. */
function diskRefusal(error: unknown): string {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? error.code : null;
  if (typeof code !== 'string') throw error;
  return refusals[code] ?? code;
}

/** How a file is not as it was written: its name, with its lines where some are away. */
function changeOf(name: FileName, count: number, written: number | undefined): string {
  const isShort = written !== undefined && count < written;
  return isShort ? `${name} (${count} lines of ${written})` : name;
}

/**
 * The lines of one file of a folder that can be read; the report hears of the others, and when the file is
 * not as it was written.
 */
export async function* readLines<Name extends FileName>(
  folder: string,
  name: Name,
  told: Manifest | null,
  { report, onBytes }: { report: ReportBuilder; onBytes: (bytes: number) => void },
): AsyncGenerator<Line<Name>> {
  const facts = told?.files[name];
  let at = 0;
  let count = 0;
  let problem: string | undefined;
  try {
    for await (const next of rawLines(join(folder, name), onBytes)) {
      if ('hash' in next) {
        const isOther = facts !== undefined && next.hash !== facts.sha256;
        if (isOther) report.mend('changed-since', changeOf(name, count, facts.lines));
        continue;
      }
      at += 1;
      const { line, fault } = lineOf(name, next.bytes);
      if (line !== undefined || fault !== undefined) count += 1;
      if (fault !== undefined) report.leave('unreadable', `line ${at} of ${name}${fault}`);
      if (line !== undefined) yield line;
    }
  } catch (error) {
    problem = diskRefusal(error);
  }
  // Without a description, or when it tells of lines, the file has to be there.
  const isMissed = told === null || facts === undefined || facts.lines > 0;
  if (problem !== undefined && isMissed) {
    report.leave('unreadable', `${name}${at > 0 ? ` behind line ${at}` : ''} (${problem})`);
  }
}
