import type { MemberBrief } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { addresses } from '../../lib/addresses.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { Person as Look } from '../../ui/Person.tsx';

/** A member with seat and city, leading to their page. */
export function Person({ member }: { member: MemberBrief }) {
  const seat = useText('institutions.seat');
  const localized = useLocalized();
  const { id, name, institution } = member;
  return (
    <Look
      name={name}
      institutionId={institution?.id}
      words={[member.seat && seat(member.seat), institution && localized(institution.names)]}
      to={addresses.member(id)}
    />
  );
}
