import type { InstitutionView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useLocalized } from '../../lib/page-locale.ts';
import { Facts } from '../../ui/Facts.tsx';
import styles from './institutions.module.css';

/** The context that lets a reader compare a city with their own. */
export function InstitutionFacts({ institution }: { institution: InstitutionView }) {
  const t = useText('institutions');
  const format = useFormat();
  const localized = useLocalized();
  const { country, region, population, languages, source } = institution;
  return (
    <>
      <Facts
        facts={[
          [t('country'), country && format.country(country)],
          [t('region'), region && localized(region.names)],
          [t('population'), population === null ? null : format.number(population)],
          [t('languages'), format.list(languages.map(format.language))],
        ]}
      />
      {source === 'geonames' && (
        <p className={styles.source}>
          <a href="https://www.geonames.org" rel="noreferrer">
            {t('source')}
          </a>
        </p>
      )}
    </>
  );
}
