import type { SessionView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { adoptSession } from '../features/accounts/index.ts';
import { onSignedOut } from '../lib/signed-out.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Shell.module.css';

const SignInForm = lazy(async () => ({
  default: (await import('../features/accounts/SignInForm.tsx')).SignInForm,
}));

/** When the sign-in ends while someone works, the page stays, with all that was typed, until they are back. */
export function SignInAgain({ member }: { member: number }) {
  const t = useText('app.signedOut');
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(() => onSignedOut(() => setEnded(true)), []);
  if (!ended) return null;

  function goOn(session: SessionView): void {
    // What stands on the page was written by someone else.
    if (session.member.id !== member) return location.assign('/');
    adoptSession(client, session);
    setEnded(false);
  }

  return (
    <Dialog title={t('signIn')} onClose={() => setEnded(false)}>
      <div className={styles.again}>
        <p>{t('text')}</p>
        <Suspense>
          <SignInForm onSignedIn={goOn} />
        </Suspense>
        <a href="/sign-in">{t('page')}</a>
      </div>
    </Dialog>
  );
}
