// Mends postgres.js where a lost connection ends the process or splits a transaction. Run after every
// install by the root package.json, and by the launcher for installs that were cut short or made
// without scripts. Why, and when it can go: docs/decisions/009-postgres-js-mended.md
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { edits, VERSION } from './postgres-edits.mjs';

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('postgres')), '..', '..');
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
if (version !== VERSION) throw new Error(`postgres ${version} is not the ${VERSION} this mends.`);

const texts = new Map();
for (const [file, before, after] of edits) {
  const path = join(folder, file);
  const text = texts.get(path) ?? readFileSync(path, 'utf8');
  if (text.includes(after)) continue;
  if (text.split(before).length !== 2) throw new Error(`${path} is not as expected:\n${before}`);
  texts.set(
    path,
    text.replace(before, () => after),
  );
}
// The mark that the mending is there is in the last of them.
for (const [path, text] of texts) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}
