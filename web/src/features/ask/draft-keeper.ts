import type { DraftContent } from '@counterpart/contract';

/** `local`: typed, and not yet on the server because there is no connection. */
export type DraftStatus = 'none' | 'saving' | 'saved' | 'local';

export interface DraftKeeperOptions {
  /** On the server, for every device. */
  save(content: DraftContent): Promise<unknown>;
  drop(): Promise<unknown>;
  /** In this tab, at once; null when the server has it. */
  writeLocal(content: DraftContent | null): void;
  /** Runs after milliseconds; gives a way to cancel. */
  later(run: () => void, ms: number): () => void;
  show(status: DraftStatus): void;
}

const quietMs = 800;

/** Whether anything is written that would be missed; a chosen space alone is not. */
export function isBlank({ title, body }: DraftContent): boolean {
  return title.trim() === '' && body.trim() === '';
}

/**
 * Keeps what is typed: in the tab with each change, on the server when the typing pauses. One save is
 * under way at a time, so an older one never overwrites a newer.
 */
export function createDraftKeeper({ save, drop, writeLocal, later, show }: DraftKeeperOptions) {
  let unsaved: DraftContent | undefined;
  let saving: Promise<void> | undefined;
  let cancel: (() => void) | undefined;

  async function saveOnce(content: DraftContent): Promise<boolean> {
    try {
      await (isBlank(content) ? drop() : save(content));
    } catch {
      show('local');
      return false;
    }
    if (unsaved !== content) return unsaved !== undefined;
    unsaved = undefined;
    writeLocal(null);
    show(isBlank(content) ? 'none' : 'saved');
    return false;
  }

  async function saveAll(): Promise<void> {
    while (unsaved && (await saveOnce(unsaved)));
  }

  /** Saves what is not on the server yet; resolves when nothing is under way. */
  async function flush(): Promise<void> {
    cancel?.();
    saving ??= saveAll().finally(() => {
      saving = undefined;
    });
    await saving;
  }

  return {
    flush,

    change(content: DraftContent): void {
      unsaved = content;
      writeLocal(content);
      show('saving');
      cancel?.();
      cancel = later(() => void flush(), quietMs);
    },

    /** Waits for a save that is under way, and begins no other. */
    async settle(): Promise<void> {
      cancel?.();
      await saving;
    },

    /** Forgets what is typed, and lets a save that is under way end first. */
    async forget(): Promise<void> {
      cancel?.();
      unsaved = undefined;
      await saving;
      writeLocal(null);
      show('none');
    },
  };
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;
