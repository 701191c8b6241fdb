import { useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { ApiProblem, isProblem } from '../../../lib/problem.ts';
import { useProblemText } from '../../../lib/problem-text.ts';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';

interface Options {
  /** What is written over, and which revision of it that was. */
  body: string;
  revision: number;
  save: (body: string, revision: number) => Promise<void>;
  /** Said when it is saved. */
  done: string;
  onDone: () => void;
}

/** A text that is written over. Where it was changed meanwhile, both texts stay until one is chosen. */
export function useRewriting({ body: first, revision, save, done, onDone }: Options) {
  const t = useText('threads.composer');
  const say = useProblemText();
  const announce = useAnnounce();
  const [body, setBody] = useState(first);
  const [base, setBase] = useState(revision);
  const [current, setCurrent] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  function refused(problem: unknown): void {
    if (isProblem(problem, 'stale-revision') && problem.current) {
      setCurrent(problem.current.body);
      setBase(problem.current.revision);
      return;
    }
    const field = problem instanceof ApiProblem ? problem.fields[0] : undefined;
    setError(field ? say.field(field.reason) : say.sentence(problem));
  }

  async function submit(): Promise<void> {
    if (busy) return;
    setError(undefined);
    if (body.trim() === '') return setError(t('empty'));
    setBusy(true);
    try {
      await save(body, base);
      announce(done);
      onDone();
    } catch (problem) {
      refused(problem);
    } finally {
      setBusy(false);
    }
  }

  return {
    body,
    setBody,
    error,
    busy,
    submit: () => void submit(),
    /** What is stored now, while it differs from what was written over. */
    current,
    takeCurrent(): void {
      setBody(current ?? '');
      setCurrent(null);
    },
  };
}
