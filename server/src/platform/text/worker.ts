import { parentPort } from 'node:worker_threads';
import { renderPost } from '@counterpart/text/render';
import type { WorkerMessage } from './slot.ts';

// The first rendering costs many times the later ones: pay for it before the clock runs.
renderPost('# a\n\n- **b** @member:1 https://a.example\n\n|c|\n|-|\n|d|');

function say(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(message);
}

parentPort?.on('message', (source: string) => say({ rendered: renderPost(source) }));
say({ ready: true });
