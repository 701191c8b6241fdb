import { StartError } from '@counterpart/db';

/** Does what needs the disk, and says in a sentence when the disk refuses. */
export async function onDisk<T>(failure: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isDisk = error instanceof Error && 'syscall' in error && 'path' in error;
    if (!isDisk && !(error instanceof Error && error.message.startsWith('ENOSPC'))) throw error;
    throw new StartError(`${failure}: ${error.message}. ${adviceFor(error)}, then start again.`);
  }
}

function adviceFor(error: Error): string {
  const isForbidden = 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
  return isForbidden
    ? 'This user may not do that: be the user to whom it belongs, or give it to this one (chown -R)'
    : 'Mend what it names, make room or choose another folder';
}
