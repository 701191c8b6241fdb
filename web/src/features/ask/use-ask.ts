import { offeredSharing, threadRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addresses } from '../../lib/addresses.ts';
import { clientKey, keyOf } from '../../lib/api.ts';
import { outbox } from '../../lib/outbox/index.ts';
import { type ApiProblem, isProblem } from '../../lib/problem.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import type { Mistake } from '../../ui/ErrorSummary.tsx';
import type { Completed } from './draft-content.ts';
import { type AskField, type Found, mistakesIn, refusalsIn } from './mistakes.ts';
import type { Draft } from './use-draft.ts';
import { useSentElsewhere } from './use-sent-elsewhere.ts';

/** Id of the control of a field. */
export function controlOf(field: AskField): string {
  return `ask-${field}`;
}

function useMistakes() {
  const t = useText('ask');
  const say = useProblemText();
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const labels: Record<AskField, string> = {
    title: t('titleField'),
    body: t('body'),
    space: t('space'),
    kind: t('kind'),
    themes: t('themes'),
    language: t('language'),
    sharing: t('sharing'),
  };

  function textOf({ reason }: Found, problem: ApiProblem | undefined): string {
    if (reason === 'space') return t('spaceMissing');
    return reason === null ? say.sentence(problem) : say.field(reason);
  }

  return {
    mistakes,
    show: (found: Found[], problem?: ApiProblem) =>
      setMistakes(
        found.map((one) => ({
          field: controlOf(one.field),
          label: labels[one.field],
          text: textOf(one, problem),
        })),
      ),
    errorOf: (field: AskField) =>
      mistakes.find((mistake) => mistake.field === controlOf(field))?.text,
  };
}

/** Sends what is written: through the outbox, so that it is never lost and appears once. */
export function useAsk(draft: Draft, { space, kind, sharing, language }: Completed) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mistakes, show, errorOf } = useMistakes();
  const [isBusy, setBusy] = useState(false);
  const { content } = draft;
  useSentElsewhere(draft, isBusy);

  async function send(): Promise<void> {
    const label = offeredSharing.find((offered) => offered === sharing);
    if (!space || !label) return;
    const { title, body, themes } = content;
    const key = clientKey();
    const { keeper } = draft;
    // A save still under way would leave the draft behind after the thread is there.
    await keeper.settle();
    const written = keeper.draft();
    const outcome = await outbox.send('createThread', {
      body: {
        spaceId: space.id,
        kind,
        title: title.trim(),
        body,
        language,
        themes,
        sharing: label,
        ...(written !== undefined && { draft: written }),
        clientKey: key,
      },
    });
    if (outcome.state === 'failed') {
      // What was refused stays here to be put right, and is sent under a new key.
      await outbox.take(key);
      void keeper.flush();
      // It was sent or thrown away elsewhere: the writer decides whether it is a new question.
      if (isProblem(outcome.error, 'draft-changed')) return keeper.look(null);
      return show(refusalsIn(outcome.error), outcome.error);
    }
    // Another page has taken it back, and has the text.
    if (outcome.state === 'gone') return;
    draft.given();
    // What was sent away from the foot of the form waits at its head.
    if (outcome.state === 'waiting') return document.getElementById('waiting')?.focus();
    void keeper.stored();
    void client.invalidateQueries({ queryKey: keyOf(threadRoutes.listThreads) });
    await navigate({ to: addresses.thread(outcome.reply.thread.id), replace: true });
  }

  function submit(): void {
    if (isBusy) return;
    const found = mistakesIn({ ...content, hasSpace: space !== undefined });
    show(found);
    if (found.length > 0) return;
    setBusy(true);
    void send().finally(() => setBusy(false));
  }

  return { submit, isBusy, mistakes, errorOf };
}
