import type { ChosenQuote } from '../composer/use-quote.ts';

export interface WritingHandle {
  /** Brings the writer to the text; with a quotation when one is given. */
  write(quote?: ChosenQuote): void;
}

/** The way to the place to write, which loads after the posts: who asks before it is there is not forgotten. */
export interface Desk {
  write(quote?: ChosenQuote): void;
  /** Is told the place when it has loaded, and null when it goes. */
  ready(handle: WritingHandle | null): void;
}

export function createDesk(): Desk {
  let place: WritingHandle | null = null;
  let asked: { quote: ChosenQuote | undefined } | null = null;
  return {
    write(quote) {
      if (place) place.write(quote);
      else asked = { quote };
    },
    ready(handle) {
      place = handle;
      if (!place || !asked) return;
      const { quote } = asked;
      asked = null;
      place.write(quote);
    },
  };
}
