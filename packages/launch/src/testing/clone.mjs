import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { edits } from '../../../../db/postgres-edits.mjs';
import { root } from '../places.mjs';

const LEFT_OUT = new Set(['node_modules', 'dist', '.types', '.turbo', '.data', '.git']);

/**
 * A copy of this checkout in a folder of mode 0700, which no other user may enter. Packages are
 * borrowed from this checkout, since installing them is npm's part; so is the build when there is one.
 * @returns {{ folder: string, remove: () => void }}
 */
export function cloneCheckout() {
  const home = mkdtempSync(join(tmpdir(), 'counterpart-clone-'));
  const folder = join(home, 'counterpart');
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  borrowPackages(folder);
  if (existsSync(join(root, 'node_modules/.counterpart/built'))) borrowBuild(folder);
  return { folder, remove: () => remove(home, folder) };
}

/**
 * Leaves the packages as npm does that was killed after its last file, or told to run no scripts: the
 * database driver is not mended, and nobody noted an installation.
 */
export function unmend(folder) {
  const driver = join(folder, 'node_modules/postgres');
  rmSync(driver);
  cpSync(join(root, 'node_modules/postgres'), driver, { recursive: true });
  for (const [file, before, after] of edits.toReversed()) {
    const path = join(driver, file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(after, () => before),
    );
  }
  rmSync(join(folder, 'node_modules/.counterpart/installed'), { force: true });
}

function borrowPackages(folder) {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (!['@counterpart', '.counterpart', '.cache'].includes(name))
      symlinkSync(join(from, name), join(to, name));
  }
  // These must lead into the copy, not back here.
  cpSync(join(from, '@counterpart'), join(to, '@counterpart'), {
    recursive: true,
    verbatimSymlinks: true,
  });
}

function borrowBuild(folder) {
  for (const name of ['server/dist', 'web/dist']) {
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  const script =
    'import("./packages/launch/src/fingerprint.mjs").then((it) => console.log(it.sourcesFingerprint()))';
  const print = execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
  mkdirSync(join(folder, 'node_modules/.counterpart'));
  writeFileSync(join(folder, 'node_modules/.counterpart/built'), print.trim());
}

function remove(home, folder) {
  const location = join(folder, '.data/location');
  if (existsSync(location)) rmSync(readFileSync(location, 'utf8').trim(), { recursive: true });
  rmSync(home, { recursive: true });
}
