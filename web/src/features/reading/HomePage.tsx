import type { OwnMember, ThreadSummary } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useProblemText } from '../../lib/problem-text.ts';
import { useAllSpacesLive } from '../../lib/space-scopes.ts';
import { Button } from '../../ui/Button.tsx';
import { isolate } from '../../ui/fill.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMinute } from '../../ui/use-minute.ts';
import { AskBox } from './AskBox.tsx';
import { homeQuery } from './api.ts';
import { HomeLists } from './HomeLists.tsx';
import { HomeSection } from './HomeSection.tsx';
import { timeOfDay } from './time-of-day.ts';
import { useNotSent } from './use-not-sent.tsx';

const draftsShown = 3;

export interface HomeProps {
  member: OwnMember;
  /** How one thread looks in a list. */
  ThreadItem: ComponentType<{ thread: ThreadSummary; isBrief: true; reason?: ReactNode }>;
}

/** What waits for this member, and the box to ask in. */
export function HomePage({ member, ThreadItem }: HomeProps) {
  const t = useText('reading.home');
  const drafts = useText('reading.drafts');
  const ui = useText('ui');
  const say = useProblemText();
  const home = useQuery(homeQuery);
  const notSent = useNotSent(member.id, draftsShown);
  useAllSpacesLive(home.data?.asOf);
  return (
    <Page title={t('title')} heading={<Greeting member={member} />}>
      <AskBox />
      {home.isPending && <Skeleton lines={6} />}
      {home.isError && (
        <Notice
          tone="danger"
          title={say.sentence(home.error)}
          action={<Button onClick={() => void home.refetch()}>{ui('retry')}</Button>}
        />
      )}
      {home.data && <HomeLists home={home.data} ThreadItem={ThreadItem} />}
      {notSent && <HomeSection title={drafts('title')}>{notSent}</HomeSection>}
    </Page>
  );
}

/** The whole name, as the member writes it: which part of it is the given one is not for us to guess. */
function Greeting({ member }: { member: OwnMember }) {
  const t = useText('reading.home');
  const now = useMinute();
  const { name, preferences } = member;
  if (name === null) return t('title');
  return t.rich(`greeting.${timeOfDay(now, preferences.timeZone)}`, {
    name,
    bdi: isolate,
  });
}
