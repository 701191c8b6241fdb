import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../error-code.ts';
import { StartError } from '../start-error.ts';

/** Makes a folder that is missing, and makes sure that this process may work in it. */
export function makeFolder(path: string, mode: number): void {
  try {
    const first = mkdirSync(path, { recursive: true, mode });
    if (first !== undefined) widen(path, first, mode);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(`The data folder ${path} cannot be used: ${reason(error)}`);
  }
}

/** The umask may have narrowed what was asked for; only folders made just now are touched. */
function widen(path: string, first: string, mode: number): void {
  for (let made = resolve(path); made.length >= first.length; made = dirname(made))
    chmodSync(made, mode);
}

function reason(error: unknown): string {
  switch (errorCode(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'it, or something above it, is a file. Choose another DATA_DIR.';
    case 'EACCES':
    case 'EPERM':
      return (
        'this user may not write there. Start as the user to whom it belongs, give it to this user ' +
        '(chown -R), or choose another DATA_DIR.'
      );
    case 'EROFS':
      return 'it is on a disk that takes no changes. Choose another DATA_DIR.';
    case 'ENOSPC':
      return 'the disk is full. Make room, or choose another DATA_DIR.';
    default:
      return `${error instanceof Error ? error.message : String(error)}. Choose another DATA_DIR.`;
  }
}
