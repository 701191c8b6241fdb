import { useText } from '@counterpart/locale/react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { ApiProblem, isProblem, Unreachable } from '../lib/problem.ts';
import { useProblemText } from '../lib/problem-text.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Instead of a page that failed: what is known, and a way on. */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useText('app.crash');
  const ui = useText('ui');
  const say = useProblemText();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (isProblem(error, 'not-found')) return <NotFoundPage />;
  const told = error instanceof ApiProblem || error instanceof Unreachable;

  function retry(): void {
    queries.reset();
    reset();
    void router.invalidate();
  }

  return (
    <Page title={t('title')}>
      <EmptyState action={<Button onClick={retry}>{ui('retry')}</Button>}>
        {told ? say.sentence(error) : t('text')}
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
