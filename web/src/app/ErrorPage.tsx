import { useText } from '@counterpart/locale/react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isPartMissing, loadAgain } from '../lib/parts.ts';
import { ApiProblem, isProblem, Unreachable } from '../lib/problem.ts';
import { useProblemText } from '../lib/problem-text.ts';
import { whenReachable } from '../lib/when-reachable.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** A question that was not answered is put again after so long at the soonest. */
const againMs = 2_000;

interface Props {
  error: unknown;
  reset: () => void;
}

/** Instead of a page that failed, inside the frame: what is known, and a way on. */
export function ErrorPage({ error, reset }: Props) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const [isFault, setFault] = useState(false);

  function retry(): void {
    queries.reset();
    reset();
    void router.invalidate();
  }

  if (isProblem(error, 'not-found')) return <NotFoundPage />;
  if (isPartMissing(error) && !isFault)
    return <AwayPage onBack={() => loadAgain() || setFault(true)} />;
  if (error instanceof Unreachable) return <AwayPage afterMs={againMs} onBack={retry} />;
  return <FaultPage error={error} onRetry={isFault ? () => location.reload() : retry} />;
}

/** Nobody can be reached. What was asked for comes by itself when somebody can. */
function AwayPage({ afterMs, onBack }: { afterMs?: number; onBack: () => void }) {
  const t = useText('app.away');
  const ui = useText('ui');
  const back = useEffectEvent(onBack);
  const waiting = useRef<ReturnType<typeof whenReachable>>(undefined);
  useEffect(() => {
    waiting.current = whenReachable(() => back(), afterMs);
    return () => waiting.current?.stop();
  }, [afterMs]);
  return (
    <Page title={t('title')}>
      <EmptyState action={<Button onClick={() => waiting.current?.now()}>{ui('retry')}</Button>}>
        {t('text')}
      </EmptyState>
    </Page>
  );
}

function FaultPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText('app.crash');
  const ui = useText('ui');
  const say = useProblemText();
  return (
    <Page title={t('title')}>
      <EmptyState action={<Button onClick={onRetry}>{ui('retry')}</Button>}>
        {error instanceof ApiProblem ? say.sentence(error) : t('text')}
        {error instanceof ApiProblem && error.requestId && (
          <>
            <br />
            {say.requestId(error.requestId)}
          </>
        )}
      </EmptyState>
    </Page>
  );
}
