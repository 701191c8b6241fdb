import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const commands = fileURLToPath(new URL('../commands.ts', import.meta.url));
const program = (args: readonly string[]) => ['--import', 'tsx', commands, ...args];
const envFor = (databaseUrl: string) => ({
  PATH: process.env['PATH'],
  DATABASE_URL: databaseUrl,
});

/** A command of the product itself, as npm runs it, on a database: its exit code and all it wrote. */
export async function runCommand(databaseUrl: string, ...args: string[]) {
  return runCommandWith(envFor(databaseUrl), ...args);
}

/** The same with these settings and no others. */
export async function runCommandWith(env: NodeJS.ProcessEnv, ...args: string[]) {
  return runCommandAs({}, env, ...args);
}

/** The same as another user of the machine. */
export async function runCommandAs(
  user: { uid?: number; gid?: number },
  env: NodeJS.ProcessEnv,
  ...args: string[]
) {
  const options = { ...user, env: { PATH: process.env['PATH'], ...env }, timeout: 60_000 };
  return promisify(execFile)(process.execPath, program(args), options).then(
    ({ stdout, stderr }) => ({ code: 0, output: `${stdout}${stderr}` }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: `${error.stdout}${error.stderr}`,
    }),
  );
}

/** A command with these settings that goes on by itself: for killing it. */
export function spawnCommandWith(env: NodeJS.ProcessEnv, ...args: string[]): ChildProcess {
  const options = { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' } as const;
  return spawn(process.execPath, program(args), options);
}

/** A command that is killed with SIGKILL as soon as it has written something; gives what it wrote. */
export async function killCommand(databaseUrl: string, said: RegExp, ...args: string[]) {
  const running = spawn(process.execPath, program(args), { env: envFor(databaseUrl) });
  let output = '';
  return new Promise<string>((resolve) => {
    for (const stream of [running.stdout, running.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (said.test(output)) running.kill('SIGKILL');
      });
    }
    running.on('close', () => resolve(output));
  });
}
