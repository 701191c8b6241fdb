import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StartError } from '@counterpart/db';
import type { ReportBuilder } from '../report.ts';
import { type FileName, fileNames, type Line, lines, type Manifest, manifest } from './form.ts';

const flushBytes = 1024 * 1024;
/** No line of an export comes near; what is longer is no line. */
const longestLine = 64 * 2 ** 20;

type FileFacts = Manifest['files'][string];

async function createWriter(folder: string, name: FileName) {
  const file = await open(join(folder, name), 'wx', 0o600);
  const hash = createHash('sha256');
  const facts: FileFacts = { lines: 0, bytes: 0, sha256: '' };
  let pending = '';

  async function flush(): Promise<void> {
    const bytes = Buffer.from(pending);
    pending = '';
    hash.update(bytes);
    facts.bytes += bytes.length;
    await file.writeFile(bytes);
  }

  return {
    async add(item: object): Promise<void> {
      pending += `${JSON.stringify(item)}\n`;
      facts.lines += 1;
      if (pending.length >= flushBytes) await flush();
    },
    async end(): Promise<FileFacts> {
      await flush();
      await file.sync();
      await file.close();
      return { ...facts, sha256: hash.digest('hex') };
    },
  };
}

/** Writes one file of the form line by line. */
export type AddLine = <Name extends FileName>(name: Name, item: Line<Name>) => Promise<void>;

/**
 * Writes a folder in the open form: beside its place first, so that a folder under its name is always
 * whole. Readable for its owner only.
 */
export async function writeFolder(
  path: string,
  facts: Omit<Manifest, 'files' | 'format' | 'version'>,
  write: (add: AddLine) => Promise<void>,
): Promise<void> {
  const target = resolve(path);
  const there = await readdir(target).catch(() => []);
  if (there.length > 0 || (existsSync(target) && !(await isFolder(target)))) {
    throw new StartError(`${path} is there already. Name a folder that is not.`);
  }
  // Not made on the way: a folder above that is not there is more often a slip, and some places never let one be made.
  if (!existsSync(dirname(target))) {
    throw new StartError(`There is no folder ${dirname(target)} for the archive to lie in.`);
  }
  const beside = join(dirname(target), `.${basename(target)}.part`);
  await rm(beside, { recursive: true, force: true });
  try {
    await mkdir(beside, { mode: 0o700 });
    const entries = fileNames.map(
      async (name) => [name, await createWriter(beside, name)] as const,
    );
    const writers = Object.fromEntries(await Promise.all(entries));
    await write(async (name, item) => writers[name]?.add(item));
    const files: Manifest['files'] = {};
    for (const name of fileNames) files[name] = (await writers[name]?.end()) as FileFacts;
    const whole: Manifest = { format: 'counterpart', version: 1, ...facts, files };
    const text = `${JSON.stringify(whole, null, 2)}\n`;
    await writeFile(join(beside, 'archive.json'), text, { mode: 0o600 });
    await rm(target, { recursive: true, force: true });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}

/** What the folder says of itself; a sentence when it is none of ours. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, 'archive.json');
  if (!existsSync(file)) {
    throw new StartError(`There is no archive.json in ${folder}. Name the folder of an export.`);
  }
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new StartError(`${file} cannot be read: it is damaged.`);
  }
  const read = manifest.safeParse(told);
  if (!read.success) {
    throw new StartError(`${file} does not describe an archive that this version can read.`);
  }
  return read.data;
}

/** Lines as bytes with their hash; a line that is too long is told as null. */
async function* rawLines(
  file: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<{ text: string | null; hash?: string }> {
  const hash = createHash('sha256');
  let rest: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    let bytes = chunk as Buffer;
    hash.update(bytes);
    onBytes(bytes.length);
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      const isTooLong = size + end > longestLine;
      yield {
        text: isTooLong ? null : Buffer.concat([...rest, bytes.subarray(0, end)]).toString(),
      };
      [rest, size] = [[], 0];
      bytes = bytes.subarray(end + 1);
    }
    size += bytes.length;
    if (size > longestLine) rest = [];
    else rest.push(bytes);
  }
  if (size > 0) yield { text: size > longestLine ? null : Buffer.concat(rest).toString() };
  yield { text: '', hash: hash.digest('hex') };
}

function parse<Name extends FileName>(name: Name, text: string | null): Line<Name> | null {
  if (text === null) return null;
  try {
    const read = lines[name].safeParse(JSON.parse(text));
    return read.success ? (read.data as Line<Name>) : null;
  } catch {
    return null;
  }
}

/**
 * The lines of one file of a folder that can be read; the report hears of the others, and when the file is
 * not as it was written.
 */
export async function* readLines<Name extends FileName>(
  folder: string,
  name: Name,
  { files }: Manifest,
  { report, onBytes }: { report: ReportBuilder; onBytes: (bytes: number) => void },
): AsyncGenerator<Line<Name>> {
  const file = join(folder, name);
  if (!existsSync(file)) {
    if ((files[name]?.lines ?? 0) > 0) report.leave('unreadable', name);
    return;
  }
  let count = 0;
  for await (const { text, hash } of rawLines(file, onBytes)) {
    if (hash !== undefined) {
      if (hash !== files[name]?.sha256) report.mend('changed-since', name);
    } else {
      count += 1;
      const read = parse(name, text);
      if (read === null) report.leave('unreadable', `line ${count} of ${name}`);
      else yield read;
    }
  }
}
