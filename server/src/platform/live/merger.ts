import type { LiveEvent } from '@counterpart/contract';

interface Window {
  /** The latest per thread, in the order of their numbers. */
  waiting: Map<number, LiveEvent>;
  cancel: () => void;
}

export interface MergerOptions {
  send: (message: LiveEvent) => void;
  everyMs?: number;
  /** Runs something later; gives a way to cancel it. */
  later?: (run: () => void, ms: number) => () => void;
}

function afterDelay(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

/**
 * A busy space tells at most once a second that its threads changed, each thread once, with its
 * latest version. The first is told at once; numbers still rise within the space.
 */
export function createMerger({ send, everyMs = 1_000, later = afterDelay }: MergerOptions) {
  const windows = new Map<string, Window>();

  function flush(scope: string): void {
    const waiting = windows.get(scope)?.waiting;
    for (const message of waiting?.values() ?? []) send(message);
    waiting?.clear();
  }

  function open(scope: string): void {
    const close = () => {
      windows.delete(scope);
      if (window.waiting.size === 0) return;
      for (const message of window.waiting.values()) send(message);
      open(scope);
    };
    const window = { waiting: new Map<number, LiveEvent>(), cancel: later(close, everyMs) };
    windows.set(scope, window);
  }

  return {
    /** Sends what waits in this scope now, so that what follows comes after it. */
    flush,

    push(message: LiveEvent): void {
      const { scope, type, subject } = message;
      if (type !== 'thread.changed' || !/^(space|joined):/.test(scope)) {
        flush(scope);
        send(message);
        return;
      }
      const window = windows.get(scope);
      if (window === undefined) {
        open(scope);
        send(message);
        return;
      }
      window.waiting.delete(subject);
      window.waiting.set(subject, message);
    },

    stop(): void {
      for (const { cancel } of windows.values()) cancel();
      windows.clear();
    },
  };
}

export type Merger = ReturnType<typeof createMerger>;
