import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, onTestFinished } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/app.ts';
import { exportNetwork, importExport } from '../index.ts';
import type { FileName, Line } from '../open/form.ts';

const silent = () => ({ to: () => undefined, end: () => undefined });

/** All that may leave, if it is asked for. */
export const everything = { privateSpaces: true, addresses: true };
const usual = { privateSpaces: false, addresses: false };

/** A folder that is gone after `remove`. */
async function aFolder() {
  const path = await mkdtemp(join(tmpdir(), 'counterpart-test-export-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Exports a network to a folder, which need not be there. */
export async function exportTo(t: TestApp, path: string, includes = usual): Promise<string> {
  await exportNetwork(t.app.house, t.ownerUrl, { path, ...includes }, silent);
  return path;
}

/** Exports a network to a folder that is gone after the test. */
export async function exported(t: TestApp, includes = usual): Promise<string> {
  const { path, remove } = await aFolder();
  onTestFinished(remove);
  return exportTo(t, join(path, 'archive'), includes);
}

/** The story is told through the actions; beside other tests that takes a while. */
const tellingMs = 60_000;

interface Stage {
  /** The demo network. */
  source: TestApp;
  /** A folder for what the tests of a file write. */
  folder: string;
  /** The export of the demo network, with everything that may leave. */
  whole: string;
  /** An empty network, another for each test. */
  target: TestApp;
}

/** The demo network exported once for the tests of a file, and an empty network for each. */
export function useExport(): Stage {
  const stage = {} as Stage;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    stage.source = await startTestApp({ mode: 'demo', withStory: true });
    ({ path: stage.folder, remove } = await aFolder());
    stage.whole = await exportTo(stage.source, join(stage.folder, 'whole'), everything);
  }, tellingMs);
  beforeEach(async () => {
    stage.target = await startTestApp();
  });
  afterEach(() => stage.target.close());
  afterAll(async () => {
    await stage.source.close();
    await remove();
  });
  return stage;
}

/** A copy of the whole export with one file changed. */
export async function changed(
  { folder, whole }: Stage,
  name: FileName,
  change: (text: string) => string | Buffer,
): Promise<string> {
  const path = join(folder, 'changed');
  await rm(path, { recursive: true, force: true });
  await cp(whole, path, { recursive: true });
  await writeFile(join(path, name), change(await textOf(whole, name)));
  return path;
}

/** The same with each line as this changes it. */
export function changedLines<Name extends FileName>(
  stage: Stage,
  name: Name,
  change: (line: Line<Name>) => object | string,
): Promise<string> {
  const write = (line: object | string) => (typeof line === 'string' ? line : JSON.stringify(line));
  return changed(stage, name, (text) => {
    const lines = text.trim().split('\n');
    return lines.map((line) => `${write(change(JSON.parse(line) as Line<Name>))}\n`).join('');
  });
}

/** The posts of the whole export. */
export const postsOf = ({ whole }: Stage) => linesOf<Line<'posts.jsonl'>>(whole, 'posts.jsonl');

export const takeBack = (t: TestApp, path: string, origin?: 'own' | 'foreign') =>
  importExport(t.app.house, t.ownerUrl, { path, origin }, silent);

export const textOf = (path: string, name: FileName) => readFile(join(path, name), 'utf8');

export async function linesOf<Line = Record<string, unknown>>(path: string, name: FileName) {
  const text = (await textOf(path, name)).trim();
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Line);
}
