import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout, without a slash at the end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** A file of the launcher's own that outlives `npm ci`; its folder is made when missing. */
export function ownFile(name) {
  mkdirSync(`${root}/.data`, { recursive: true, mode: 0o700 });
  return `${root}/.data/${name}`;
}
