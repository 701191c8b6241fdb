import type { MemberBrief } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { memberPages, useDecideRequest } from './api.ts';
import { Person } from './Person.tsx';
import styles from './SpacePage.module.css';

/** Those who ask to be admitted; only for those who may decide. */
export function Requests({ spaceId }: { spaceId: number }) {
  const t = useText('spaces.requests');
  const say = useProblemText();
  const pages = useInfiniteQuery(memberPages(spaceId)).data?.pages ?? [];
  const decide = useDecideRequest();
  const announce = useAnnounce();
  const asking = pages
    .flatMap(({ items }) => items)
    .filter(({ standing }) => standing === 'requested');
  if (asking.length === 0) return null;

  function answer({ id, name }: MemberBrief, admit: boolean): void {
    const said = t(admit ? 'admitted' : 'declined', { name: name ?? '' });
    decide.mutate({ spaceId, memberId: id, admit }, { onSuccess: () => announce(said) });
  }

  return (
    <section aria-labelledby="requests" className={styles.requests}>
      <h2 id="requests">{t('title', { count: asking.length })}</h2>
      <ul>
        {asking.map(({ member }) => (
          <li key={member.id} className={styles.request}>
            <Person member={member} />
            <div>
              <Button
                aria-label={t('admitNamed', { name: member.name ?? '' })}
                busy={decide.isPending}
                onClick={() => answer(member, true)}
              >
                {t('admit')}
              </Button>
              <Button
                look="quiet"
                aria-label={t('declineNamed', { name: member.name ?? '' })}
                busy={decide.isPending}
                onClick={() => answer(member, false)}
              >
                {t('decline')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {decide.error && <Notice tone="danger" title={say.sentence(decide.error)} alert />}
    </section>
  );
}
