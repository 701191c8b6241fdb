import type { MemberBrief, SpaceView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../ui/Button.tsx';
import { memberPages } from './api.ts';
import { Person } from './Person.tsx';
import styles from './SpaceContext.module.css';

/** Who reads here, who looks after it, who belongs to it. */
export function SpaceContext({ space }: { space: SpaceView }) {
  const t = useText('spaces');
  const list = useInfiniteQuery(memberPages(space.id));
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const of = (wanted: string) =>
    all.filter(({ standing }) => standing === wanted).map(({ member }) => member);
  const facilitators = of('facilitator');
  const members = of('member');
  return (
    <>
      <section aria-labelledby="readers" className={styles.part}>
        <h2 id="readers">{t('whoReads')}</h2>
        <p className={styles.quiet}>{t(`accessMeans.${space.access}`)}</p>
      </section>
      {facilitators.length > 0 && (
        <section aria-labelledby="facilitators" className={styles.part}>
          <h2 id="facilitators">{t('facilitators')}</h2>
          <People members={facilitators} />
        </section>
      )}
      {members.length > 0 && (
        <section aria-labelledby="members" className={styles.part}>
          <h2 id="members">{t('members')}</h2>
          <People members={members} />
          {list.hasNextPage && (
            <Button
              look="quiet"
              busy={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('moreMembers')}
            </Button>
          )}
        </section>
      )}
    </>
  );
}

function People({ members }: { members: MemberBrief[] }) {
  return (
    <ul className={styles.people}>
      {members.map((member) => (
        <li key={member.id}>
          <Person member={member} />
        </li>
      ))}
    </ul>
  );
}
