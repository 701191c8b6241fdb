import { isProblem } from '../../../lib/problem.ts';

/** Readers of one thread hear of a change at the same moment; they ask spread over this time. */
const spread = { least: 150, most: 400 };
const longestMs = 20_000;
const mostAtOnce = 50;

export interface RefreshOptions {
  /** Asks for posts `from` to `to`; gives how far the answer had seen the log. */
  askPosts: (from: number, to: number) => Promise<number>;
  /** Asks for the thread itself and the reader's part of it. */
  askThread: () => Promise<number>;
  /** The thread may not be read any more, or is not there: nothing is asked from now on. */
  onGone: () => void;
  /** Told that something is being asked for; gives the way to say that it has arrived. */
  begin: () => () => void;
  later: (run: () => void, ms: number) => () => void;
  random: () => number;
}

function isGone(answer: PromiseSettledResult<number>): boolean {
  return answer.status === 'rejected' && isProblem(answer.reason, 'not-found');
}

/** Numbers as runs that one question can answer. */
export function runsOf(seqs: Iterable<number>): [number, number][] {
  const runs: [number, number][] = [];
  for (const seq of [...new Set(seqs)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && seq - last[0] < mostAtOnce && seq - last[1] < mostAtOnce / 2) last[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs;
}

/** Gathers what has changed and asks for it again, once: until the answers have seen the log that far. */
export function createRefresh(options: RefreshOptions) {
  const { askPosts, askThread, onGone, begin, later, random } = options;
  let posts = new Set<number>();
  let isThread = false;
  let upTo = 0;
  let tries = 0;
  let isAsking = false;
  let cancel: (() => void) | undefined;
  let done: (() => void) | undefined;

  function stop(): void {
    cancel?.();
    cancel = undefined;
    // Nothing is scheduled any more: whoever left the page no longer asks.
    isAsking = true;
    finish();
  }

  function finish(): void {
    const finished = done;
    done = undefined;
    finished?.();
  }

  function schedule(): void {
    if (cancel || isAsking) return;
    done ??= begin();
    const jitter = spread.least + random() * (spread.most - spread.least);
    cancel = later(() => void ask(), Math.min(longestMs, jitter * 2 ** tries));
  }

  async function ask(): Promise<void> {
    cancel = undefined;
    isAsking = true;
    const asked = { posts, isThread, upTo };
    posts = new Set();
    isThread = false;
    const questions = runsOf(asked.posts).map(([from, to]) => askPosts(from, to));
    if (asked.isThread) questions.push(askThread());
    const answers = await Promise.allSettled(questions);
    if (answers.some(isGone)) {
      stop();
      return onGone();
    }
    const isOld = answers.some((one) => one.status === 'rejected' || one.value < asked.upTo);
    if (isOld) {
      posts = new Set([...asked.posts, ...posts]);
      isThread ||= asked.isThread;
    }
    tries = isOld ? tries + 1 : 0;
    isAsking = false;
    if (posts.size > 0 || isThread) return schedule();
    finish();
  }

  return {
    /** `seq`: the event that told of it. */
    posts(seqs: Iterable<number>, seq: number): void {
      for (const one of seqs) posts.add(one);
      upTo = Math.max(upTo, seq);
      if (posts.size > 0) schedule();
    },
    thread(seq: number): void {
      isThread = true;
      upTo = Math.max(upTo, seq);
      schedule();
    },
    /** Something is being asked for, or will be at once. */
    isBusy: () => isAsking || cancel !== undefined,
    /** The line is back: what failed while it was gone is asked for without further delay. */
    again(): void {
      tries = 0;
      if (!cancel) return;
      cancel();
      cancel = undefined;
      schedule();
    },
    stop,
  };
}

export type Refresh = ReturnType<typeof createRefresh>;
