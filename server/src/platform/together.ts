interface Options<Ask, Answer> {
  /** Calls under way at the same time; whoever asks meanwhile waits for the next. */
  atOnce: number;
  /** Askers in one call. */
  most: number;
  /** Gives one answer for each asker, in their order. */
  answer(asks: readonly Ask[]): Promise<Answer[]>;
}

interface Waiting<Ask, Answer> {
  ask: Ask;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Asks one thing for many at once: what is asked in the same turn, or while earlier calls are under way,
 * goes with the next call. A call begins after all of its askers have asked, so no answer is older than
 * its question. A call that fails fails for all of them.
 */
export function createTogether<Ask, Answer>({ atOnce, most, answer }: Options<Ask, Answer>) {
  const waiting: Waiting<Ask, Answer>[] = [];
  let running = 0;
  let isDue = false;

  async function call(part: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await answer(part.map(({ ask }) => ask));
      for (const [at, { resolve }] of part.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      for (const { reject } of part) reject(error);
    } finally {
      running -= 1;
      begin();
    }
  }

  function begin(): void {
    isDue = false;
    while (waiting.length > 0 && running < atOnce) {
      running += 1;
      void call(waiting.splice(0, most));
    }
  }

  return (ask: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (isDue) return;
      isDue = true;
      setImmediate(begin);
    });
}
