import { accountRoutes } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useUnsent } from '../../lib/outbox/index.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { meanToSignOut } from '../../lib/signed-out.ts';
import { typed } from '../../lib/typed.ts';
import { wipeDevice } from '../../lib/wipe.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useMe } from './api.ts';
import { type Unsent, UnsentDialog } from './UnsentDialog.tsx';
import styles from './YouPage.module.css';

/**
 * Ends the sign-in, wipes the device and starts afresh, so that nothing of this member stays in memory;
 * what would be lost by it is told first.
 */
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
  const posts = useUnsent().length;
  const { id } = useMe();
  const [unsent, warn] = useState<Unsent | null>(null);

  function signOut(): void {
    const texts = typed().places(id).size;
    if (posts + texts > 0) warn({ posts, texts });
    else leave.mutate();
  }

  return (
    <section className={styles.section}>
      {unsent && (
        <UnsentDialog
          unsent={unsent}
          onClose={() => warn(null)}
          onAnyway={() => {
            warn(null);
            leave.mutate();
          }}
        />
      )}
      {leave.error && <Notice tone="danger" title={say.sentence(leave.error)} alert />}
      <div>
        <Button busy={leave.isPending} onClick={signOut} aria-describedby="sign-out-hint">
          {t('button')}
        </Button>
      </div>
      <p id="sign-out-hint" className={styles.quiet}>
        {t('hint')}
      </p>
    </section>
  );
}
