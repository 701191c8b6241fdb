import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findWebFolder } from './assets.ts';

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Names this build, so that open pages notice a newer one: the document of the web client names its
 * files by content, and so does the server's entry.
 */
function nameBuild(): string {
  const folder = findWebFolder();
  const document = folder === undefined ? '' : textOf(join(folder, 'index.html'));
  const entry = textOf(process.argv[1] ?? '');
  return createHash('sha256').update(document).update(entry).digest('hex').slice(0, 12);
}

export const build = nameBuild();
