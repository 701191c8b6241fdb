import { Worker } from 'node:worker_threads';

const OPTIONS = {
  // A text that eats memory ends its worker, not the server.
  resourceLimits: { maxOldGenerationSizeMb: 128 },
  // The worker needs none of what the server was started with (a loader, a debugger).
  execArgv: [],
};

/**
 * Starts a rendering worker: from source while this file is source (`tsx`, tests), else from
 * `text-worker.js`, which the build puts beside every other file of the bundle.
 */
export function startTextWorker(): Worker {
  const here = new URL(import.meta.url);
  const file = here.pathname.endsWith('.ts') ? 'worker-from-source.mjs' : 'text-worker.js';
  return new Worker(new URL(file, here), OPTIONS);
}
