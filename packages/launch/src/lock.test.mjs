import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeLock } from './lock.mjs';
import { checkNode } from './prepare.mjs';
import { beginning } from './process-id.mjs';

const folder = mkdtempSync(join(tmpdir(), 'counterpart-lock-'));
const file = join(folder, 'lock');

afterAll(() => rmSync(folder, { recursive: true }));

test('a lock is held until it is given back', () => {
  const { release } = takeLock(file);
  expect(takeLock(file)).toEqual({ heldBy: process.pid });
  release();
  takeLock(file).release();
});

test.each([
  ['of a process that is gone', JSON.stringify({ pid: 2 ** 30, began: 'long ago' })],
  [
    'whose number now belongs to another process',
    JSON.stringify({ pid: process.pid, began: 'long ago' }),
  ],
  ['that was damaged', '{"pid":'],
  ['that is empty', ''],
])('a lock %s is taken over', (_, text) => {
  writeFileSync(file, text);
  const { release } = takeLock(file);
  expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid);
  release();
});

test('of many processes that want a stale lock at once, one gets it', async () => {
  writeFileSync(file, '{}');
  const script = `import('${new URL('./lock.mjs', import.meta.url)}').then(({ takeLock }) => {
    console.log(takeLock('${file}').release ? 'got' : 'refused'); process.stdin.resume(); });`;
  const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['-e', script]));
  const answers = await Promise.all(
    children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()),
  );
  // They wait for their input to close, so that nobody was gone before all had asked.
  for (const child of children) child.stdin.end();
  expect(answers.toSorted()).toEqual(['got', ...Array(5).fill('refused')]);
});

test('a process is known by its beginning, not its number alone', () => {
  expect(beginning(process.pid)).toBe(beginning(process.pid));
  expect(beginning(process.pid)).not.toBe(beginning(process.ppid));
  expect(beginning(2 ** 30)).toBeUndefined();
});

test('a Node that is too old is refused with a sentence', () => {
  expect(() => checkNode('20.19.0')).not.toThrow();
  expect(() => checkNode('24.1.0')).not.toThrow();
  expect(() => checkNode('20.18.3')).toThrow('needs Node 20.19 or newer, and this is Node 20.18.3');
  expect(() => checkNode('18.20.0')).toThrow('Install a newer one');
});
