import type { DraftContent } from '@counterpart/contract';

/** Keys are still warm for so long. */
const quietMs = 1_000;

export type DraftStatus = 'none' | 'saving' | 'saved' | 'local';

export interface DraftKeeperOptions {
  keep: (content: DraftContent) => Promise<unknown>;
  drop: () => Promise<unknown>;
  /** On this device, when the server cannot be reached; null takes it away. */
  keepHere: (content: DraftContent | null) => void;
  show: (status: DraftStatus) => void;
  later: (run: () => void, ms: number) => () => void;
}

/** Keeps what is being typed: a second after the last key, one request at a time, the latest text always last. */
export function createDraftKeeper({ keep, drop, keepHere, show, later }: DraftKeeperOptions) {
  let wanted: DraftContent | null = null;
  let isDirty = false;
  let isOnServer = false;
  let working: Promise<void> | undefined;
  let cancel: (() => void) | undefined;

  async function write(): Promise<void> {
    while (isDirty) {
      isDirty = false;
      const now = wanted;
      if (now === null && !isOnServer) break;
      show('saving');
      try {
        await (now === null ? drop() : keep(now));
        isOnServer = now !== null;
        keepHere(null);
        show(now === null ? 'none' : 'saved');
      } catch {
        keepHere(now);
        show(now === null ? 'none' : 'local');
      }
    }
  }

  function flush(): Promise<void> {
    cancel?.();
    cancel = undefined;
    working ??= write().finally(() => {
      working = undefined;
    });
    return working;
  }

  return {
    /** One that came from the server. */
    found(): void {
      isOnServer = true;
    },
    /** What is typed now; null when nothing is. */
    change(content: DraftContent | null): void {
      wanted = content;
      isDirty = true;
      cancel?.();
      cancel = later(() => void flush(), quietMs);
    },
    flush,
    /** The page may be gone in a moment: no answer can be waited for. */
    leave(): void {
      if (isDirty || working) keepHere(wanted);
      void flush();
    },
    /** What was typed has been sent. The server takes the draft away itself; one that was under way must not come after. */
    async clear(): Promise<void> {
      cancel?.();
      cancel = undefined;
      const wasUnderWay = working;
      wanted = null;
      isDirty = false;
      keepHere(null);
      show('none');
      await wasUnderWay;
      if (!isOnServer) return;
      isOnServer = false;
      await drop().catch(() => undefined);
      show('none');
    },
  };
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;
