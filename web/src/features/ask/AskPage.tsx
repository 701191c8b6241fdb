import type { OwnMember, Sharing } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ComponentType, useEffect, useState } from 'react';
import {
  draftHere,
  emptyDraft,
  type Found,
  type HereDraft,
  isBlank,
  newThreadPlace,
} from '../../lib/drafts/index.ts';
import { Unreachable } from '../../lib/problem.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AskForm } from './AskForm.tsx';
import { draftQuery, useStartable } from './api.ts';
import { DraftConflict } from './DraftConflict.tsx';

export interface EditorProps {
  id: string;
  label: string;
  hint: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Null while no space is chosen: then nobody can be mentioned. */
  mentions: { spaceId: number; sharing: Sharing } | null;
  onSend: () => void;
}

export interface AskProps {
  member: OwnMember;
  /** Name in the address of the space one comes from. */
  space: string | undefined;
  Editor: ComponentType<EditorProps>;
  /** What to look at once more before others read it. */
  Hints: ComponentType<{ text: string }>;
  /** What was asked before about the same. */
  Similar: ComponentType<{ text: string }>;
}

interface HandedOver {
  title: string;
  body: string;
}

/** Typed at home, or looked for. It is taken once: a reload finds it in the draft. */
function useHandedOver(): HandedOver {
  const given = useRouterState({ select: ({ location }) => location.state.question });
  const begun = useRouterState({ select: ({ location }) => location.state.body });
  const [question] = useState({ title: given ?? '', body: begun ?? '' });
  const navigate = useNavigate();
  useEffect(() => {
    if (given) void navigate({ to: '.', search: true, state: {}, replace: true });
  }, [given, navigate]);
  return question;
}

export function AskPage(props: AskProps) {
  const t = useText('ask');
  const ui = useText('ui');
  const say = useProblemText();
  const [here] = useState(() => draftHere(props.member.id, newThreadPlace));
  const stored = useQuery(draftQuery);
  const { spaces, failure: noSpaces, refetch } = useStartable();
  const question = useHandedOver();
  // Without a line there is what this device has; the draft that the server has may come later.
  const isAway = stored.error instanceof Unreachable;
  const failure = noSpaces ?? (here || isAway ? null : stored.error);
  const isReady = spaces && (here || isAway || stored.isFetchedAfterMount) && !failure;
  const [isBegun, setBegun] = useState(false);
  // What is being typed does not go away while something is asked for once more.
  if (isReady && !isBegun) setBegun(true);

  function retry(): void {
    void stored.refetch();
    void refetch();
  }

  return (
    <Page title={t('title')}>
      {!isBegun && failure && (
        <Notice
          tone="danger"
          title={say.sentence(failure)}
          action={<Button onClick={retry}>{ui('retry')}</Button>}
        />
      )}
      {!isBegun && !failure && <Skeleton lines={8} />}
      {isBegun && <Begin {...props} here={here} found={stored.data} question={question} />}
    </Page>
  );
}

interface BeginProps extends AskProps {
  /** What this device has kept, and what the server has. */
  here: HereDraft | undefined;
  found: Found | undefined;
  question: HandedOver;
}

/** Decides what stands in the form at first; two texts for one place are for the writer to choose from. */
function Begin({ here, found, question, ...props }: BeginProps) {
  // What is in the outbox stands above the form.
  const stored = found?.isGiven ? undefined : found?.stored?.content;
  const kept = (here ? here.content : stored) ?? emptyDraft;
  const { spaces = [] } = useStartable();
  const given = spaces.find(({ slug }) => slug === props.space)?.id;
  const { title } = question;
  const [isAfresh, setAfresh] = useState(isBlank(kept) && title !== '');
  const [isAsked, setAsked] = useState(!isBlank(kept) && title !== '' && title !== kept.title);
  if (isAsked) {
    return (
      <DraftConflict
        kept={kept}
        onContinue={() => setAsked(false)}
        onReplace={() => {
          setAfresh(true);
          setAsked(false);
        }}
      />
    );
  }
  const text = isAfresh ? { ...emptyDraft, ...question } : kept;
  const content = given === undefined ? text : { ...text, spaceId: given };
  const seen = found?.stored?.updatedAt ?? null;
  const known = here ?? { seen, given: found?.isGiven ? seen : null, asked: [] };
  const afresh = { ...known, content };
  return <AskForm {...props} start={{ content, begin: isAfresh ? afresh : here, found }} />;
}
