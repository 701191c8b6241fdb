import type { DraftContent, StoredDraft } from '@counterpart/contract';
import { isProblem } from '../problem.ts';
import { isSame } from './content.ts';
import type { Slate, SlateOptions } from './slate.ts';

export interface SavingOptions extends Pick<SlateOptions, 'show'> {
  keep: (content: DraftContent, seen: string | null) => Promise<{ updatedAt: string }>;
  drop: (seen: string) => Promise<unknown>;
}

/** More questions in a row without an answer than are remembered. */
const mostAsked = 3;

/** Brings a draft to the server: one request at a time, the latest text always last. */
export function createSaving(slate: Slate, { keep, drop, show }: SavingOptions) {
  let working: Promise<void> | undefined;

  /** Whether it became so by what was done here, though its answer was not heard. */
  function isOwn(stored: StoredDraft | null): boolean {
    const { seen, given, asked } = slate;
    // It went as it was meant to go: with the post that was written as it.
    if (stored === null) return seen !== null && seen === given;
    return asked.some((one) => isSame(one, stored.content));
  }

  /** Something else is stored than what was seen here. */
  function refused(stored: StoredDraft | null): void {
    slate.isDirty = true;
    if (isOwn(stored)) slate.seen = stored?.updatedAt ?? null;
    else slate.setClash({ stored });
    slate.asked = [];
  }

  /** Gives the time of what is stored then. */
  async function send(wanted: DraftContent | null): Promise<string | null> {
    if (wanted !== null) {
      slate.asked = [...slate.asked, wanted].slice(-mostAsked);
      slate.noteHere();
      return (await keep(wanted, slate.seen)).updatedAt;
    }
    if (slate.seen !== null) await drop(slate.seen);
    return null;
  }

  /** False when it must wait for another time. */
  async function write(): Promise<boolean> {
    const wanted = slate.content;
    show('saving');
    try {
      slate.seen = await send(wanted);
      slate.asked = [];
    } catch (error) {
      const isChanged = isProblem(error, 'draft-changed');
      // What was given to the outbox meanwhile is no concern of the draft any more.
      if (slate.content !== wanted && !slate.isDirty) return true;
      if (isChanged) refused(error.draft ?? null);
      else slate.isDirty = true;
      show(isChanged ? 'none' : 'local');
      return isChanged;
    }
    if (!slate.isDirty) show(slate.content === null ? 'none' : 'saved');
    return true;
  }

  const isDue = () => slate.isDirty && !slate.clash;

  async function writeAll(): Promise<void> {
    let goesOn = true;
    while (goesOn && isDue()) {
      slate.isDirty = false;
      goesOn = await write();
      slate.noteHere();
    }
  }

  return {
    /** Resolves when nothing is under way. */
    async save(): Promise<void> {
      if (isDue())
        working ??= writeAll().finally(() => {
          working = undefined;
        });
      await working;
    },
    isWorking: () => working !== undefined,
    /** What is under way ends first. */
    end: async () => working,
  };
}

export type Saving = ReturnType<typeof createSaving>;
