import { useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { firstData } from '../../lib/first-data.ts';
import { leftBy } from '../../lib/left.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Cast } from './Cast.tsx';
import { NotEnded } from './NotEnded.tsx';
import { SignInForm } from './SignInForm.tsx';
import styles from './SignInPage.module.css';
import { useEnter } from './use-enter.ts';

export function SignInPage() {
  const t = useText('accounts.signIn');
  const app = useText('app');
  const enter = useEnter();
  return (
    <Page title={t('title')} before={app('tagline')}>
      <Leaving />
      <SignInForm onSignedIn={enter} />
      <p className={styles.closed}>{t('closed')}</p>
      {firstData.mode === 'demo' && <Cast onSignedIn={enter} />}
    </Page>
  );
}

/** Whoever left this device without a line is told here when their sign-in has ended. */
function Leaving() {
  const t = useText('accounts.signOut.later');
  const [left] = useState(leftBy);
  const [isEnded, setEnded] = useState(false);
  if (left === undefined) return null;
  if (!isEnded) return <NotEnded onEnded={() => setEnded(true)} />;
  return <Notice tone="success" title={t('ended')} alert />;
}
