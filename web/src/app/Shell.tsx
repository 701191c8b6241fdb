import { useText } from '@counterpart/locale/react';
import { Outlet } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useSession } from '../features/accounts/index.ts';
import { isBuildNewer, subscribeToBuild } from '../lib/build.ts';
import { Button } from '../ui/Button.tsx';
import { Frame } from '../ui/Frame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Appearance } from './Appearance.tsx';
import { Brand } from './Brand.tsx';
import { Bar, Navigation } from './Navigation.tsx';
import { SearchKey } from './SearchKey.tsx';
import styles from './Shell.module.css';
import { SignInAgain } from './SignInAgain.tsx';
import { StatusLine } from './StatusLine.tsx';
import { StayLive } from './StayLive.tsx';

/** What surrounds every page: for members with navigation, for others with language and theme only. */
export function Shell() {
  const session = useSession();
  if (!session) {
    return (
      <Frame
        status={<StatusLine />}
        head={
          <header className={styles.head}>
            <Brand />
            <Appearance />
          </header>
        }
      >
        <Outlet />
      </Frame>
    );
  }
  return (
    <Frame status={<StatusLine />} navigation={<Navigation />} bar={<Bar />}>
      <StayLive session={session} />
      <SearchKey />
      <Outlet />
      <SignInAgain />
      <NewVersion />
    </Frame>
  );
}

function NewVersion() {
  const t = useText('app.newVersion');
  const newer = useSyncExternalStore(subscribeToBuild, isBuildNewer);
  if (!newer) return null;
  return (
    <div className={styles.corner}>
      <Notice
        tone="info"
        title={t('text')}
        action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
      />
    </div>
  );
}
