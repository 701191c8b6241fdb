import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * When a process began, as a text that no later process with the same number shares; undefined when
 * there is none. Numbers alone are not enough: containers hand out the same ones at every start.
 * @param {number} pid
 */
export function beginning(pid) {
  try {
    if (existsSync('/proc/self/stat')) {
      const about = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name before the last bracket may hold anything.
      const fields = about.slice(about.lastIndexOf(')') + 2).split(' ');
      // A process that has ended but was not collected (Z) is gone for us.
      return fields[0] === 'Z' ? undefined : `${bootId()} ${fields[19]}`;
    }
    const args = ['-o', 'lstart=', '-p', String(pid)];
    return execFileSync('ps', args, { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function bootId() {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}
