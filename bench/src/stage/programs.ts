import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../programs/', import.meta.url));

export interface Program {
  process: ChildProcess;
  /** Sends one request and gives its answer. */
  ask<T>(message: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** Starts one of our programs in a process of its own; it answers each message with one. */
export function startProgram(name: string): Program {
  const child = spawn(process.execPath, [`${folder}${name}.mjs`], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    process: child,
    ask: (message) =>
      new Promise((resolve, reject) => {
        const end = (code: number | null) =>
          reject(new Error(`The program ${name} ended with ${code} while it was asked something.`));
        child.once('exit', end);
        child.once('message', (answer) => {
          child.off('exit', end);
          resolve(answer as never);
        });
        child.send(message as object);
      }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
