import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The built web client, seen from the sources and from the bundle. */
export function findWebFolder(): string | undefined {
  const seen = ['../../web/dist', '../../../web/dist'];
  return seen
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((folder) => existsSync(`${folder}/index.html`));
}

const year = 365 * 24 * 3600;

/** Files of the web client: hashed ones for ever, as compressed at build; the others are asked for again. */
export async function registerAssets(http: FastifyInstance, folder: string): Promise<void> {
  await http.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['**/*.br', '**/*.gz', 'index.html', '.vite/**'],
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const isHashed = path.includes('/assets/');
      void reply.header(
        'cache-control',
        isHashed ? `public, max-age=${year}, immutable` : 'no-cache',
      );
    },
  });
}
