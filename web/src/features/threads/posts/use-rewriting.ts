import { useText } from '@counterpart/locale/react';
import { useEffect, useState } from 'react';
import { ApiProblem, isProblem, Unreachable } from '../../../lib/problem.ts';
import { useProblemText } from '../../../lib/problem-text.ts';
import { typed } from '../../../lib/typed.ts';
import { whenReachable } from '../../../lib/when-reachable.ts';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { useMyId } from '../api.ts';

interface Options {
  /** Where it is kept on this device until it is saved or given up. */
  place: string;
  /** What is written over, and which revision of it that was. */
  body: string;
  revision: number;
  save: (body: string, revision: number) => Promise<void>;
  /** Said when it is saved. */
  done: string;
  onDone: () => void;
}

interface Begun {
  body: string;
  /** Of the text it is written over. */
  revision: number;
}

/** What was begun at a place, on this device. */
function useBegun(place: string) {
  const member = useMyId() ?? 0;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below
  const [begun] = useState(() => typed().read(member, place) as Begun | undefined);
  return {
    begun,
    keep: (now: Begun) => typed().keep(member, place, now),
    drop: () => typed().drop(member, place),
  };
}

/** A line that has just failed is tried again after so long at the soonest. */
const againMs = 2_000;

/** Why a text was not saved. That nobody could be reached is said only for as long as it is so. */
function useReason() {
  const [reason, setReason] = useState<{ sentence: string; isAway: boolean }>();
  const isAway = reason?.isAway;
  useEffect(() => {
    if (isAway) return whenReachable(() => setReason(undefined), againMs).stop;
  }, [isAway]);
  return {
    error: reason?.sentence,
    forget: () => setReason(undefined),
    give: (sentence: string, problem?: unknown) =>
      setReason({ sentence, isAway: problem instanceof Unreachable }),
  };
}

/** A text that is written over. Where it was changed meanwhile, both texts stay until one is chosen. */
export function useRewriting({ place, body: first, revision, save, done, onDone }: Options) {
  const t = useText('threads.composer');
  const say = useProblemText();
  const announce = useAnnounce();
  const { begun, keep, drop } = useBegun(place);
  const [body, setBody] = useState(begun?.body ?? first);
  const [base, setBase] = useState(revision);
  const isOld = begun !== undefined && begun.revision !== revision;
  const [current, setCurrent] = useState(isOld ? first : null);
  const { error, forget, give } = useReason();
  const [busy, setBusy] = useState(false);

  function end(): void {
    drop();
    onDone();
  }

  function refused(problem: unknown): void {
    if (isProblem(problem, 'stale-revision') && problem.current) {
      setCurrent(problem.current.body);
      setBase(problem.current.revision);
      return;
    }
    const field = problem instanceof ApiProblem ? problem.fields[0] : undefined;
    give(field ? say.field(field.reason) : say.sentence(problem), problem);
  }

  async function submit(): Promise<void> {
    if (busy) return;
    forget();
    if (body.trim() === '') return give(t('empty'));
    setBusy(true);
    try {
      await save(body, base);
      announce(done);
      end();
    } catch (problem) {
      refused(problem);
    } finally {
      setBusy(false);
    }
  }

  return {
    body,
    setBody(text: string): void {
      setBody(text);
      keep({ body: text, revision: base });
    },
    error,
    busy,
    submit: () => void submit(),
    /** What is stored now, while it differs from what was written over. */
    current,
    takeCurrent(): void {
      setBody(current ?? '');
      setCurrent(null);
      drop();
    },
    /** Leaves it as it was. */
    cancel: end,
  };
}
