import { useText } from '@counterpart/locale/react';

/** A person's name inside a sentence of any direction; members who left or were erased have none. */
export function Name({ name }: { name: string | null }) {
  const t = useText('ui');
  return <bdi>{name ?? t('formerMember')}</bdi>;
}
