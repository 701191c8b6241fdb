import { useText } from '@counterpart/locale/react';
import { firstData } from '../../lib/first-data.ts';
import { Page } from '../../ui/Page.tsx';
import { Cast } from './Cast.tsx';
import { SignInForm } from './SignInForm.tsx';
import styles from './SignInPage.module.css';
import { useEnter } from './use-enter.ts';

export function SignInPage() {
  const t = useText('accounts.signIn');
  const app = useText('app');
  const enter = useEnter();
  return (
    <Page title={t('title')} before={app('tagline')}>
      <SignInForm onSignedIn={enter} />
      <p className={styles.closed}>{t('closed')}</p>
      {firstData.mode === 'demo' && <Cast onSignedIn={enter} />}
    </Page>
  );
}
