import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StartError } from '@counterpart/db';
import { type FileName, fileNames, type Line, type Manifest } from './form.ts';

const flushBytes = 1024 * 1024;

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
