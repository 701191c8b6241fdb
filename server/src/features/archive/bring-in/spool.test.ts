import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { createSpool } from './spool.ts';

it('gives back what it was given, and lies nowhere while it is in use', async () => {
  const before = new Set(await readdir(tmpdir()));
  const spool = await createSpool<string>();
  const one = await spool.add('One.');
  await spool.add('x'.repeat(300_000));
  expect(await spool.take(one)).toBe('One.');
  const more = (await readdir(tmpdir())).filter((name) => !before.has(name));
  expect(more.filter((name) => name.startsWith('counterpart-archive-'))).toEqual([]);
  await spool.close();
});
