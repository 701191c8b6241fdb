/** Small numbers that look random and are the same for the same seed. */
export function createDice(seed: number) {
  let state = (seed * 2_654_435_761) >>> 0;

  function below(most: number): number {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  }

  return {
    below,
    /** One of these; throws when there is none. */
    oneOf<T>(things: readonly T[]): T {
      const thing = things[below(things.length)];
      if (thing === undefined) throw new Error('There is nothing to choose from.');
      return thing;
    },
  };
}

export type Dice = ReturnType<typeof createDice>;
