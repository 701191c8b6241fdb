import type { Worker } from 'node:worker_threads';
import type { RenderedPost } from '@counterpart/text/render';

/** What a worker says: once that it can start, then one answer for each text it was sent. */
export type WorkerMessage = { ready: true } | { rendered: RenderedPost };

export interface Job {
  source: string;
  /** Answers once; later calls do nothing. */
  settle: (rendered: RenderedPost | null) => void;
}

/** One place for a worker: it is starting, idle or busy with one job, until it is gone. */
export interface Slot {
  isStarting: () => boolean;
  isIdle: () => boolean;
  take: (job: Job) => void;
  /** Ends the worker; its job is answered with null. */
  end: () => Promise<unknown>;
}

export interface SlotOptions {
  worker: Worker;
  /** How long one job may take, in milliseconds; then the worker is ended. */
  deadlineMs: number;
  onIdle: () => void;
  /** The worker is gone, ended or dead; once. `started` is false when it never became ready. */
  onGone: (started: boolean) => void;
}

/** Watches over one worker. It keeps the process alive only while it has a job. */
export function openSlot({ worker, deadlineMs, onIdle, onGone }: SlotOptions): Slot {
  let ready = false;
  let gone = false;
  let job: Job | undefined;
  let timer: NodeJS.Timeout | undefined;

  function answer(rendered: RenderedPost | null): void {
    clearTimeout(timer);
    worker.unref();
    job?.settle(rendered);
    job = undefined;
  }

  function leave(): void {
    if (gone) return;
    gone = true;
    answer(null);
    onGone(ready);
  }

  function end(): Promise<unknown> {
    leave();
    return worker.terminate();
  }

  worker.unref();
  worker.on('message', (message: WorkerMessage) => {
    if ('ready' in message) ready = true;
    else answer(message.rendered);
    if (!gone) onIdle();
  });
  // A worker that fails always exits as well; the exit is what counts.
  worker.on('error', () => undefined);
  worker.on('exit', leave);

  return {
    isStarting: () => !ready,
    isIdle: () => ready && !job,
    take: (next) => {
      job = next;
      worker.ref();
      timer = setTimeout(() => void end(), deadlineMs);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      worker.postMessage(next.source);
    },
    end,
  };
}
