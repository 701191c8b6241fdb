import type { InstitutionView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useLocalized } from '../../lib/page-locale.ts';
import { Facts } from '../../ui/Facts.tsx';

/** The context that lets a reader compare a city with their own. */
export function InstitutionFacts({ institution }: { institution: InstitutionView }) {
  const t = useText('institutions');
  const format = useFormat();
  const localized = useLocalized();
  const { country, region, population, languages } = institution;
  return (
    <Facts
      facts={[
        [t('country'), country && format.country(country)],
        [t('region'), region && localized(region.names)],
        [t('population'), population === null ? null : format.number(population)],
        [t('languages'), format.list(languages.map(format.language))],
      ]}
    />
  );
}
