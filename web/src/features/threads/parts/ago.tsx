import { Time } from '../../../ui/Time.tsx';

/** For the `when` of a sentence: "3 days ago", with the exact moment in its title. */
export function ago(at: string) {
  return () => <Time at={at} wording="ago" />;
}
