import type { Attempts } from '../../platform/attempts.ts';
import type { SignIn } from '../../platform/sign-in.ts';
import type { ClockTask } from '../../platform/tasks.ts';

/** Removes sign-ins that have expired and counts of failed attempts that no longer matter. */
export function accountTasks({
  signIn,
  attempts,
}: {
  signIn: SignIn;
  attempts: Attempts;
}): ClockTask[] {
  async function forgetOld(): Promise<void> {
    await signIn.removeExpired();
    await attempts.removeOld();
  }
  return [{ name: 'forget-old-sign-ins', when: '41 * * * *', run: forgetOld }];
}
