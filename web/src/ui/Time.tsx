import { useFormat } from '@counterpart/locale/react';
import { useMinute } from './use-minute.ts';

interface Props {
  /** ISO 8601 in UTC. */
  at: string;
  /** `short`: "2 hrs", "19 Nov"; `ago`: "3 days ago", for sentences. */
  wording?: 'short' | 'ago';
}

/** A moment in the reader's own words; the exact one is in the title. */
export function Time({ at, wording }: Props) {
  const format = useFormat();
  const now = useMinute();
  return (
    <time dateTime={at} title={format.exact(at)}>
      {wording === 'ago' ? format.ago(at, now) : format.short(at, now)}
    </time>
  );
}
