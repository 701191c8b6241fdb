import type { MemberBrief } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { addresses } from '../../lib/addresses.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { Page } from '../../ui/Page.tsx';
import { Person } from '../../ui/Person.tsx';
import { institutionQuery } from './api.ts';
import { InstitutionFacts } from './InstitutionFacts.tsx';
import styles from './institutions.module.css';

interface Props {
  id: number;
  /** The threads that its members began; another feature draws them. */
  Threads: ComponentType<{ institution: number }>;
}

/** One city or organisation: its context, its people, what it has asked. */
export function CityPage({ id, Threads }: Props) {
  const t = useText('institutions');
  const localized = useLocalized();
  const { institution, members } = useSuspenseQuery(institutionQuery(id)).data;
  return (
    <Page key={id} title={localized(institution.names)} before={t(`kind.${institution.kind}`)}>
      <InstitutionFacts institution={institution} />
      {members.length > 0 && (
        <section aria-labelledby="members" className={styles.section}>
          <h2 id="members">{t('members', { count: members.length })}</h2>
          <People members={members} />
        </section>
      )}
      <section aria-labelledby="threads" className={styles.section}>
        <h2 id="threads">{t('started')}</h2>
        <Threads institution={id} />
      </section>
    </Page>
  );
}

function People({ members }: { members: MemberBrief[] }) {
  const seat = useText('institutions.seat');
  return (
    <ul className={styles.people}>
      {members.map((member) => (
        <li key={member.id}>
          <Person
            name={member.name}
            institutionId={member.institution?.id}
            words={[member.seat && seat(member.seat)]}
            to={addresses.member(member.id)}
          />
        </li>
      ))}
    </ul>
  );
}
