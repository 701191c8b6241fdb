import { numeralPreferences, type Preferences, themePreferences } from '@counterpart/contract';
import { locales } from '@counterpart/locale';
import { useText } from '@counterpart/locale/react';
import { useProblemText } from '../../lib/problem-text.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Select } from '../../ui/fields.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useMe, useSetPreferences } from './api.ts';
import styles from './YouPage.module.css';

const timeZones = Intl.supportedValuesOf('timeZone');

/** Each change is kept at once; there is nothing to submit. */
export function PreferencesForm() {
  const t = useText('accounts.you');
  const ui = useText('ui');
  const say = useProblemText();
  const announce = useAnnounce();
  const { preferences } = useMe();
  const set = useSetPreferences();
  const change = (part: Partial<Preferences>) =>
    set.mutate({ ...preferences, ...part }, { onSuccess: () => announce(t('saved')) });

  return (
    <section aria-labelledby="reading" className={styles.section}>
      <h2 id="reading">{t('preferences')}</h2>
      {set.error && <Notice tone="danger" title={say.sentence(set.error)} alert />}
      <div className={styles.fields}>
        <Choice
          layout="row"
          legend={t('locale')}
          hint={t('localeHint')}
          value={preferences.locale}
          onChange={(locale) => change({ locale })}
          options={locales.map((value) => ({
            value,
            label: <span lang={value}>{ui(`inLanguage.${value}`)}</span>,
          }))}
        />
        <Choice
          layout="row"
          legend={ui('theme.label')}
          value={preferences.theme}
          onChange={(theme) => change({ theme })}
          options={themePreferences.map((value) => ({ value, label: ui(`theme.${value}`) }))}
        />
        {preferences.locale === 'ar' && (
          <Choice
            layout="row"
            legend={t('numerals')}
            value={preferences.numerals}
            onChange={(numerals) => change({ numerals })}
            options={numeralPreferences.map((value) => ({
              value,
              label: t(value === 'latn' ? 'numeralsLatin' : 'numeralsLocale'),
            }))}
          />
        )}
        <Select
          label={t('timeZone')}
          hint={t('timeZoneHint')}
          value={preferences.timeZone}
          onChange={(event) => change({ timeZone: event.target.value })}
        >
          {[...new Set([preferences.timeZone, ...timeZones])].map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </div>
    </section>
  );
}
