import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

const SOURCES = ['packages', 'db', 'server', 'web'];
const FILES = ['package.json', 'package-lock.json', 'turbo.json', 'tsconfig.base.json'];
const SKIPPED = new Set(['node_modules', 'dist', '.turbo', '.types', 'e2e', 'launch', 'gate']);

/** Changes whenever a file that could change the build is written, added or removed. */
export function sourcesFingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...FILES, ...SOURCES.flatMap(filesIn)]) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Of the installed packages: the lock file as npm would read it, and our mending, on this Node and machine. */
export function packagesFingerprint() {
  const hash = createHash('sha256');
  hash.update(`${process.versions.modules} ${process.platform} ${process.arch}\n`);
  for (const file of ['package-lock.json', 'db/mend-postgres.mjs', 'db/postgres-edits.mjs'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !SKIPPED.has(entry.name) && !entry.name.includes('.test.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() && !entry.name.endsWith('.tsbuildinfo') ? [path] : [];
    });
}
