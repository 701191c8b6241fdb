import type { Worker } from 'node:worker_threads';
import type { RenderedPost } from '@counterpart/text/render';
import { type Job, openSlot, type Slot } from './slot.ts';

export interface PoolOptions {
  size: number;
  /** How long a worker may take over one text, in milliseconds. */
  deadlineMs: number;
  /** How long a text may wait for a worker, in milliseconds. */
  patienceMs: number;
  startWorker: () => Worker;
}

export interface Pool {
  /** The text rendered by a worker; null when it took too long or the worker died of it. */
  run: (source: string) => Promise<RenderedPost | null>;
  /** Ends the workers; what is still under way resolves to null. */
  close: () => Promise<void>;
}

/** A few workers, started when first needed and replaced when they die. */
export function createPool({ size, deadlineMs, patienceMs, startWorker }: PoolOptions): Pool {
  const waiting = new Set<Job>();
  const slots = new Set<Slot>();
  let closed = false;

  function giveUpWaiting(): void {
    for (const job of waiting) job.settle(null);
  }

  function start(): void {
    const slot: Slot = openSlot({
      worker: startWorker(),
      deadlineMs,
      onIdle: dispatch,
      onGone: (started) => {
        slots.delete(slot);
        // Where workers cannot even start, waiting for another one would never end.
        if (!started) giveUpWaiting();
        dispatch();
      },
    });
    slots.add(slot);
  }

  function dispatch(): void {
    if (closed) return;
    for (const job of waiting) {
      const idle = [...slots].find((slot) => slot.isIdle());
      if (!idle) break;
      waiting.delete(job);
      idle.take(job);
    }
    const starting = [...slots].filter((slot) => slot.isStarting()).length;
    const wanted = Math.min(waiting.size - starting, size - slots.size);
    for (let i = 0; i < wanted; i += 1) start();
  }

  function run(source: string): Promise<RenderedPost | null> {
    if (closed) return Promise.resolve(null);
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.has(job) && job.settle(null), patienceMs);
      const settle = (rendered: RenderedPost | null) => {
        clearTimeout(timer);
        waiting.delete(job);
        resolve(rendered);
      };
      const job: Job = { source, settle };
      waiting.add(job);
      dispatch();
    });
  }

  async function close(): Promise<void> {
    closed = true;
    giveUpWaiting();
    await Promise.all([...slots].map((slot) => slot.end()));
  }

  return { run, close };
}
