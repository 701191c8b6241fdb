import { execFileSync } from 'node:child_process';
import { lchownSync, readFileSync, statSync } from 'node:fs';
import { StartError } from '../start-error.ts';

/** Who runs PostgreSQL. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Gives the account it runs as instead, or undefined when this
 * process is not root and PostgreSQL simply runs as the same user. An existing `cluster` keeps its
 * owner, whatever accounts appear later.
 */
export function accountFor(cluster?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = cluster === undefined ? undefined : statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return find('postgres') ?? find('counterpart') ?? made() ?? find('nobody') ?? refuse();
}

/** Hands a file or folder over to the account, never what a link leads to; does nothing when there is no other account. */
export function giveTo(account: Account | undefined, path: string): void {
  if (account) lchownSync(path, account.uid, account.gid);
}

function find(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined
    ? undefined
    : { uid: Number(uid), gid: Number(gid) };
}

function made(): Account | undefined {
  const args = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'counterpart'];
  try {
    execFileSync('useradd', args, { stdio: 'ignore', timeout: 10_000 });
  } catch {
    return undefined;
  }
  return find('counterpart');
}

function refuse(): never {
  throw new StartError(
    'PostgreSQL does not run as root, and no other account was found on this machine. ' +
      'Make one with "useradd --system counterpart", or start as another user.',
  );
}
