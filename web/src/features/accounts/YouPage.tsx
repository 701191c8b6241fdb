import { useFormat, useText } from '@counterpart/locale/react';
import { useLocalized } from '../../lib/page-locale.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Page } from '../../ui/Page.tsx';
import { useMe } from './api.ts';
import { PreferencesForm } from './PreferencesForm.tsx';
import { Sessions } from './Sessions.tsx';
import { SignOut } from './SignOut.tsx';
import styles from './YouPage.module.css';

export function YouPage() {
  const t = useText('accounts.you');
  return (
    <Page title={t('title')}>
      <Profile />
      <PreferencesForm />
      <Sessions />
      <SignOut />
    </Page>
  );
}

function Profile() {
  const t = useText('accounts.you');
  const seat = useText('institutions.seat');
  const format = useFormat();
  const localized = useLocalized();
  const { name, institution, ...me } = useMe();
  const facts: [string, string | null][] = [
    [t('seat'), me.seat && seat(me.seat)],
    [t(institution?.kind ?? 'city'), institution && localized(institution.names)],
    [t('languages'), format.list(me.languages.map(format.language)) || null],
    [t('roles'), format.list(me.roles.map((role) => t(`role.${role}`))) || null],
  ];
  return (
    <section aria-labelledby="profile" className={styles.section}>
      <h2 id="profile" className={styles.person}>
        <Avatar name={name} institutionId={institution?.id} />
        <bdi>{name ?? t('unnamed')}</bdi>
      </h2>
      <dl className={styles.facts}>
        {facts.map(
          ([word, value]) =>
            value && (
              <div key={word}>
                <dt>{word}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
