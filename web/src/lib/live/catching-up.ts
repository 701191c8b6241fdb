/**
 * What pages still ask for because of events. Only when nothing is left is a page that was away up to
 * date, and may say so.
 */
export function createCatchingUp() {
  let open = 0;
  const waiting = new Set<() => void>();

  function close(): void {
    open -= 1;
    if (open > 0) return;
    const all = [...waiting];
    waiting.clear();
    for (const run of all) run();
  }

  return {
    /** Something is being asked for. Gives the way to say that it has arrived. */
    begin(): () => void {
      open += 1;
      let isOpen = true;
      return () => {
        if (isOpen) close();
        isOpen = false;
      };
    },

    /** Runs when nothing is being asked for; at once, if so. Gives a way to cancel. */
    whenDone(run: () => void): () => void {
      if (open === 0) {
        run();
        return () => undefined;
      }
      waiting.add(run);
      return () => void waiting.delete(run);
    },
  };
}

/** One for the page. */
export const catchingUp = createCatchingUp();
