// How drafts of several tabs and devices get along: docs/decisions/010-a-draft-says-what-it-has-seen.md
import type { DraftContent, StoredDraft } from '@counterpart/contract';
import { isBlank } from './content.ts';
import { createSaving, type Saving, type SavingOptions } from './saving.ts';
import { createSlate, type Slate, type SlateOptions } from './slate.ts';

export type { Clash, DraftStatus, HereDraft } from './slate.ts';

/** Keys are still warm for so long. */
const quietMs = 1_000;

export interface DraftKeeperOptions extends SlateOptions, SavingOptions {
  /** Runs after milliseconds; gives a way to cancel. */
  later: (run: () => void, ms: number) => () => void;
}

const pick = ({ quotePostId, quoteText }: DraftContent) => ({ quotePostId, quoteText });

/** What else there may be than what is typed here. */
function createMeeting(slate: Slate, { save, isWorking }: Saving) {
  return {
    /** What the server has. Gives what is to be shown where nothing has been typed yet; null otherwise. */
    found(stored: StoredDraft): DraftContent | null {
      const { content } = slate;
      if (isWorking() || (content ? !isBlank(content) : slate.isDirty)) return null;
      // Whoever has only chosen what to quote by then goes on with the text.
      const quote = content && pick(content);
      slate.content = { ...stored.content, ...quote };
      slate.seen = stored.updatedAt;
      return slate.content;
    },

    /** The same, of a draft whose text is in the outbox, and is shown there. */
    foundGiven({ updatedAt }: StoredDraft): void {
      if (slate.seen !== null || isWorking()) return;
      slate.seen = updatedAt;
      slate.given = updatedAt;
    },

    /** What the server has now, since something was sent from elsewhere. */
    look(stored: StoredDraft | null): void {
      const isBusy = slate.isDirty || isWorking() || slate.clash || slate.content === null;
      if (!isBusy && (stored?.updatedAt ?? null) !== slate.seen) slate.setClash({ stored });
    },

    /** The text is written over what the other one wrote. */
    keepMine(): void {
      slate.seen = slate.clash?.stored?.updatedAt ?? null;
      slate.isDirty = true;
      slate.setClash(null);
      void save();
    },

    /** Goes on with what the other one wrote, and gives it. */
    takeOther(): DraftContent | null {
      const stored = slate.clash?.stored ?? null;
      slate.empty();
      slate.content = stored?.content ?? null;
      slate.seen = stored?.updatedAt ?? null;
      slate.setClash(null);
      return slate.content;
    },

    /** It was sent or thrown away elsewhere, and need not stay. */
    letGo(): void {
      slate.empty();
      slate.seen = null;
      slate.setClash(null);
    },
  };
}

/** What becomes of a draft whose text is sent. It stays on the server until the post is there. */
function createGiving(slate: Slate, { end }: Saving, drop: SavingOptions['drop']) {
  return {
    /** The outbox takes the text over. */
    give(): void {
      slate.given = slate.clash ? null : slate.seen;
      slate.empty();
    },

    /** The outbox has it: it need not be kept here as well. */
    given: slate.noteHere,

    /** The post is there, and the draft it was given with is gone; one that came late goes too. */
    async stored(): Promise<void> {
      await end();
      const { seen, given, content, isDirty, clash } = slate;
      const isLate = seen !== given && content === null && !isDirty && !clash;
      if (isLate || seen === given) slate.seen = null;
      slate.given = null;
      if (isLate && seen !== null) await drop(seen).catch(() => undefined);
    },
  };
}

/**
 * Keeps what is being typed: on this device with each change, on the server a second after the last
 * one, and never over a text that was not seen here.
 */
export function createDraftKeeper(options: DraftKeeperOptions) {
  const slate = createSlate(options);
  const saving = createSaving(slate, options);
  let isReady = false;
  let cancel = (): void => undefined;

  /** Saves at once what is not on the server yet. */
  async function flush(): Promise<void> {
    cancel();
    if (isReady) await saving.save();
  }

  return {
    ...createMeeting(slate, saving),
    ...createGiving(slate, saving, options.drop),
    content: () => slate.content,
    /** The time of the draft that is written here; undefined for none. */
    draft: () => (slate.clash ? undefined : (slate.seen ?? undefined)),

    /** What is typed now; null when nothing is. */
    change(next: DraftContent | null): void {
      slate.content = next;
      slate.isDirty = true;
      slate.noteHere();
      cancel();
      cancel = options.later(() => void flush(), quietMs);
    },

    flush,

    /** What the server has is known, or cannot be known now: from here on it is saved. */
    ready(): void {
      isReady = true;
      void flush();
    },

    /** Waits for a save that is under way, and begins no other. */
    settle(): Promise<void> {
      cancel();
      return saving.end();
    },
  };
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;
