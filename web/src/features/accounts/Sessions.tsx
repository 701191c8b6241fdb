import { useFormat, useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMinute } from '../../ui/use-minute.ts';
import { deviceOf } from './agent.ts';
import { sessionsQuery, useEndSession } from './api.ts';
import styles from './YouPage.module.css';

/** Every device this member is signed in on, each to be ended from here. */
export function Sessions() {
  const t = useText('accounts.sessions');
  const say = useProblemText();
  const format = useFormat();
  const now = useMinute();
  const announce = useAnnounce();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const failure = sessions.error ?? end.error;

  function nameOf(agent: string): string {
    const device = deviceOf(agent);
    return device ? t('agent', device) : t('unknownAgent');
  }

  return (
    <section aria-labelledby="sessions" className={styles.section}>
      <h2 id="sessions">{t('title')}</h2>
      {failure && <Notice tone="danger" title={say.sentence(failure)} alert />}
      {sessions.isPending && <Skeleton />}
      <ul className={styles.sessions}>
        {sessions.data?.items.map(({ id, agent, current, createdAt, lastUsedAt }) => (
          <li key={id}>
            <div>
              <p className={styles.device}>{nameOf(agent)}</p>
              <p className={styles.quiet}>
                {current ? t('current') : t('used', { when: format.ago(lastUsedAt, now) })} ·{' '}
                {t('since', { when: format.ago(createdAt, now) })}
              </p>
            </div>
            {!current && (
              <Button
                aria-label={t('endNamed', { agent: nameOf(agent) })}
                onClick={() => end.mutate(id, { onSuccess: () => announce(t('ended')) })}
              >
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
