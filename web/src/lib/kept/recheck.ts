export interface RecheckOptions {
  /** What is kept. */
  ids: () => Promise<number[]>;
  /** Which of it may be kept, as the server says. */
  ask: (ids: number[]) => Promise<number[]>;
  forget: (id: number) => Promise<void>;
  later: (run: () => void, ms: number) => () => void;
  random: () => number;
}

/** Rights of very many may change at once; they ask spread over this time. */
const spread = { least: 500, most: 3_000 };

/** Looks whether all that is kept on the device may still lie there, and takes away what may not. */
export function createRecheck({ ids, ask, forget, later, random }: RecheckOptions) {
  let cancel: (() => void) | undefined;

  async function run(): Promise<void> {
    cancel = undefined;
    const kept = await ids();
    if (kept.length === 0) return;
    const may = new Set(await ask(kept));
    for (const id of kept) if (!may.has(id)) await forget(id);
  }

  return {
    /** Many changes in a row are looked at once. Without an answer it is done with the next connection. */
    soon(): void {
      const ms = spread.least + random() * (spread.most - spread.least);
      cancel ??= later(() => void run().catch(() => undefined), ms);
    },
    stop(): void {
      cancel?.();
      cancel = undefined;
    },
  };
}
