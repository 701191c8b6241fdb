import { accountRoutes, type SessionView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { adoptSession, sessionQuery } from '../features/accounts/index.ts';
import { call } from '../lib/api.ts';
import { onMemberBack } from '../lib/page-member.ts';
import { onSignedOut } from '../lib/signed-out.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Shell.module.css';

const SignInForm = lazy(async () => ({
  default: (await import('../features/accounts/SignInForm.tsx')).SignInForm,
}));

/** When the sign-in ends while someone works, the page stays, with all that was typed, until they are back. */
export function SignInAgain() {
  const t = useText('app.signedOut');
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(() => onSignedOut(() => setEnded(true)), []);
  useEffect(
    () =>
      onMemberBack(() => {
        // A new session connects the page again.
        call(accountRoutes.getSession, {})
          .then((session) => {
            client.setQueryData(sessionQuery.queryKey, session);
            setEnded(false);
          })
          // Without an answer there is still the dialog.
          .catch(() => undefined);
      }),
    [client],
  );
  if (!ended) return null;

  function goOn(session: SessionView): void {
    if (adoptSession(client, session)) setEnded(false);
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
