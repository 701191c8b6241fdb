import { execFile } from 'node:child_process';
import type { Account } from './account.ts';

export interface Outcome {
  ok: boolean;
  output: string;
}

/** Runs a program of PostgreSQL as `account` and waits for its end, at most `timeoutMs`. */
export function runProgram(
  file: string,
  args: string[],
  { account, timeoutMs }: { account: Account | undefined; timeoutMs: number },
): Promise<Outcome> {
  return new Promise((resolve) => {
    // cwd: the account may not be allowed to stand where this process stands.
    const options = {
      cwd: '/',
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      env: plainEnv(),
    } as const;
    execFile(file, args, { ...options, ...account }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      resolve({ ok: error === null, output: output || (error?.message ?? '') });
    });
  });
}

/** The environment for PostgreSQL: English messages, and none of our own settings or secrets. */
export function plainEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C' };
}
