import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Writes `shell.html`: the document without anybody's data, which the service worker keeps for pages offline. */
export function neutralShell(): Plugin {
  let folder = '';
  return {
    name: 'neutral-shell',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const template = await readFile(join(folder, 'index.html'), 'utf8');
      await writeFile(join(folder, 'shell.html'), template.replaceAll(/<!--document:\w+-->/g, ''));
    },
  };
}
