import type { MemberBrief } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { addresses } from '../../../lib/addresses.ts';
import { useLocalized } from '../../../lib/page-locale.ts';
import { Name } from '../../../ui/Name.tsx';
import styles from './parts.module.css';

/** Name, then seat and city as they were when it was written. */
export function PostAuthor({ member }: { member: MemberBrief }) {
  const seat = useText('institutions.seat');
  const t = useText('institutions.member');
  const localized = useLocalized();
  const { institution } = member;
  return (
    <span className={styles.author}>
      {member.name === null ? (
        <span className={styles.name}>
          <Name name={null} />
        </span>
      ) : (
        <Link to={addresses.member(member.id)} className={styles.name}>
          <Name name={member.name} />
        </Link>
      )}{' '}
      <span className={styles.role}>
        {member.state === 'unclaimed' && t('fromArchive')}
        {member.seat && seat(member.seat)}
        {institution && (
          <>
            {member.seat && ' · '}
            <bdi>{localized(institution.names)}</bdi>
          </>
        )}
      </span>
    </span>
  );
}
