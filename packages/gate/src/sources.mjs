import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, without a slash at the end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

const FOLDERS = ['packages', 'db', 'server', 'web', 'bench', 'docker'];
const SKIPPED = new Set(['node_modules', 'dist', '.types', '.turbo']);

/** Every source file of the checkout, as paths from its root with forward slashes. */
export function listSources(extensions, base = root) {
  return FOLDERS.flatMap((folder) => filesIn(base, folder)).filter((file) =>
    extensions.some((extension) => file.endsWith(extension)),
  );
}

function filesIn(base, folder) {
  let entries;
  try {
    entries = readdirSync(join(base, folder), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesIn(base, path);
    return entry.isFile() ? [path] : [];
  });
}
