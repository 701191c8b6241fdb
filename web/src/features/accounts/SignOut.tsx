import { useText } from '@counterpart/locale/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { leaveDevice } from '../../lib/leave.ts';
import { useUnsent } from '../../lib/outbox/index.ts';
import { typed } from '../../lib/typed.ts';
import { Button } from '../../ui/Button.tsx';
import { useMe } from './api.ts';
import { NotEnded } from './NotEnded.tsx';
import { type Unsent, UnsentDialog } from './UnsentDialog.tsx';
import styles from './YouPage.module.css';

/** Nothing of this member stays in memory either. */
function startAfresh(): void {
  location.assign('/sign-in');
}

/** Whether a page can be opened though nobody can be reached. */
function opensWithoutLine(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

/**
 * Wipes the device, ends the sign-in and starts afresh; what would be lost by it is told first. Without a
 * line the sign-in ends later, and all else is done at once.
 */
export function SignOut() {
  const t = useText('accounts.signOut');
  const { id } = useMe();
  const leave = useMutation({
    mutationFn: () => leaveDevice(id),
    onSuccess: (isEnded) => (isEnded || opensWithoutLine()) && startAfresh(),
  });
  const posts = useUnsent().length;
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
      {leave.data === false && <NotEnded onEnded={startAfresh} />}
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
