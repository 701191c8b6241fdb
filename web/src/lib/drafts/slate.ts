import type { DraftContent, StoredDraft } from '@counterpart/contract';

/** `local`: typed, and not yet on the server because it cannot be reached. */
export type DraftStatus = 'none' | 'saving' | 'saved' | 'local';

/** What is stored instead of what was seen here; null for nothing. */
export interface Clash {
  stored: StoredDraft | null;
}

/** How far a page is with the draft of a place. */
export interface HereDraft {
  content: DraftContent | null;
  /** The time of the stored draft that the content goes on from; null for none. */
  seen: string | null;
  /** The time of the one that was given to the outbox: it goes when that text is stored. */
  given: string | null;
  /** What was sent to the server since its last answer, which may have it or not. */
  asked: DraftContent[];
}

export interface SlateOptions {
  /** What this device had kept. */
  begin?: HereDraft | undefined;
  /** On this device, until the server has it; null takes it away. */
  keepHere: (draft: HereDraft | null) => void;
  clash: (clash: Clash | null) => void;
  show: (status: DraftStatus) => void;
}

const nothing: HereDraft = { content: null, seen: null, given: null, asked: [] };

/** What a page knows of one draft; whoever changes it says so here. */
export function createSlate({ begin, keepHere, clash: tell, show }: SlateOptions) {
  const slate = {
    ...(begin ?? nothing),
    /** Not on the server yet. */
    isDirty: begin !== undefined,
    clash: null as Clash | null,

    noteHere(): void {
      const { content, seen, given, asked } = slate;
      const isAsking = asked.length > 0 && content !== null;
      const isKept = slate.isDirty || slate.clash || isAsking;
      keepHere(isKept ? { content, seen, given, asked } : null);
    },

    setClash(clash: Clash | null): void {
      slate.clash = clash;
      tell(clash);
      slate.noteHere();
    },

    /** Nothing is typed here any more. */
    empty(): void {
      slate.content = null;
      slate.isDirty = false;
      show('none');
    },
  };
  return slate;
}

export type Slate = ReturnType<typeof createSlate>;
