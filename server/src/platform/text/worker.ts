import { parentPort } from 'node:worker_threads';
import { renderPost, warmUp } from '@counterpart/text/render';
import type { WorkerMessage } from './slot.ts';

warmUp();

function say(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(message);
}

parentPort?.on('message', (source: string) => say({ rendered: renderPost(source) }));
say({ ready: true });
