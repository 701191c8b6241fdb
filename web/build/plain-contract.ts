import type { Plugin } from 'vite';
import * as contract from '../../packages/contract/src/index.ts';

const name = '@counterpart/contract';
const virtual = `\0${name}`;

function isRoute(value: unknown): value is contract.Route {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  if (Array.isArray(value)) return value.every(isPlain);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

/** What a browser needs of an export: of a route how it is called, of a constant all, of a schema nothing. */
function codeOf(value: unknown): string | undefined {
  if (value instanceof RegExp) return String(value);
  if (isRoute(value)) return JSON.stringify({ method: value.method, path: value.path });
  if (isPlain(value)) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null || '_zod' in value) return undefined;
  const entries = Object.entries(value).map(([key, part]) => [key, codeOf(part)] as const);
  if (entries.some(([, code]) => code === undefined)) return undefined;
  return `{${entries.map(([key, code]) => `${JSON.stringify(key)}:${code}`).join(',')}}`;
}

/**
 * Gives the pages the contract as plain values. The server validates; a browser only needs to know what
 * to call, and neither the schemas nor the library they are written in. An import of a schema fails the
 * build, since it is not there.
 */
export function plainContract(): Plugin {
  return {
    name: 'plain-contract',
    enforce: 'pre',
    // Bundled ahead in development, it would come whole.
    config: () => ({ optimizeDeps: { exclude: [name] } }),
    resolveId: (id) => (id === name ? virtual : null),
    load(id) {
      if (id !== virtual) return null;
      return Object.entries(contract)
        .flatMap(([key, value]) => {
          const code = codeOf(value);
          return code === undefined ? [] : [`export const ${key} = ${code};`];
        })
        .join('\n');
    },
  };
}
