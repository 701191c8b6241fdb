import type { MemberView } from '@counterpart/contract';
import { directionOf } from '@counterpart/locale';
import { useFormat, useText } from '@counterpart/locale/react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { addresses } from '../../lib/addresses.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { isolate } from '../../ui/fill.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { institutionQuery, memberQuery } from './api.ts';
import { InstitutionFacts } from './InstitutionFacts.tsx';
import styles from './institutions.module.css';

interface Props {
  id: number;
  isSelf: boolean;
  /** The threads that members of an institution began; another feature draws them. */
  Threads: ComponentType<{ institution: number }>;
}

/** One member as other members see them, with the city they speak for. */
export function MemberPage({ id, isSelf, Threads }: Props) {
  const t = useText('institutions');
  const ui = useText('ui');
  const localized = useLocalized();
  const format = useFormat();
  const { member } = useSuspenseQuery(memberQuery(id)).data;
  return (
    <Page
      key={id}
      title={member.name ?? ui('formerMember')}
      heading={
        <span dir={directionOf(format.locale)} className={styles.name}>
          <Avatar name={member.name} institutionId={member.institution?.id} />
          <bdi>{member.name ?? ui('formerMember')}</bdi>
        </span>
      }
      context={member.institution && <Home institutionId={member.institution.id} />}
    >
      {isSelf && <p className={styles.quiet}>{t('member.self')}</p>}
      {(member.state === 'left' || member.state === 'unclaimed') && (
        <Notice tone="info" title={t(`member.${member.state}`)} />
      )}
      <Profile member={member} />
      {member.institution && (
        <section aria-labelledby="threads" className={styles.section}>
          <h2 id="threads">
            {t.rich('startedBy', { name: localized(member.institution.names), bdi: isolate })}
          </h2>
          <Threads institution={member.institution.id} />
        </section>
      )}
    </Page>
  );
}

function Profile({ member }: { member: MemberView }) {
  const t = useText('institutions');
  const format = useFormat();
  const localized = useLocalized();
  const { seat, institution, languages, about } = member;
  const place = institution && (
    <Link to={addresses.institution(institution.id)}>{localized(institution.names)}</Link>
  );
  return (
    <div className={styles.profile}>
      <Facts
        facts={[
          [t('member.seat'), seat && t(`seat.${seat}`)],
          [institution ? t(`kind.${institution.kind}`) : '', place],
          [t('languages'), format.list(languages.map(format.language))],
        ]}
      />
      {about && (
        <section aria-labelledby="about">
          <h2 id="about" className={styles.heading}>
            {t('member.about')}
          </h2>
          <p dir="auto" className={styles.about}>
            {about}
          </p>
        </section>
      )}
    </div>
  );
}

/** The city a member speaks for, with its context. */
function Home({ institutionId }: { institutionId: number }) {
  const localized = useLocalized();
  const found = useQuery(institutionQuery(institutionId)).data;
  if (!found) return null;
  return (
    <section aria-labelledby="institution" className={styles.context}>
      <h2 id="institution">
        <Link to={addresses.institution(institutionId)}>
          <bdi>{localized(found.institution.names)}</bdi>
        </Link>
      </h2>
      <InstitutionFacts institution={found.institution} />
    </section>
  );
}
