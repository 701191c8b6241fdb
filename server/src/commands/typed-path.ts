import { resolve } from 'node:path';

/** A path as the operator means it: npm runs a command in the checkout, and says where they stand. */
export function typedPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
