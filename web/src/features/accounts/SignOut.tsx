import { accountRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { meanToSignOut } from '../../lib/signed-out.ts';
import { wipeDevice } from '../../lib/wipe.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './YouPage.module.css';

/** Ends the sign-in, wipes the device and starts afresh, so that nothing of this member stays in memory. */
export function SignOut() {
  const t = useText('accounts.signOut');
  const say = useProblemText();
  const leave = useMutation({
    mutationFn() {
      meanToSignOut(true);
      return call(accountRoutes.signOut, {});
    },
    onError: () => meanToSignOut(false),
    async onSuccess() {
      await wipeDevice();
      location.assign('/sign-in');
    },
  });
  return (
    <section className={styles.section}>
      {leave.error && <Notice tone="danger" title={say.sentence(leave.error)} alert />}
      <div>
        <Button
          busy={leave.isPending}
          onClick={() => leave.mutate()}
          aria-describedby="sign-out-hint"
        >
          {t('button')}
        </Button>
      </div>
      <p id="sign-out-hint" className={styles.quiet}>
        {t('hint')}
      </p>
    </section>
  );
}
