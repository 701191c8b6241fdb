import { limits } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { useLocalized } from '../../lib/page-locale.ts';
import { Chip } from '../../ui/Chip.tsx';
import styles from './Ask.module.css';
import { themesQuery } from './api.ts';
import { controlOf } from './use-ask.ts';

interface Props {
  chosen: string[];
  error: string | undefined;
  onChange: (themes: string[]) => void;
}

/** Up to five of the network's themes. */
export function ThemesField({ chosen, error, onChange }: Props) {
  const t = useText('ask');
  const localized = useLocalized();
  const themes = useQuery(themesQuery).data?.items ?? [];
  const most = limits.themesPerThread;

  function toggle(slug: string): void {
    const without = chosen.filter((one) => one !== slug);
    onChange(without.length < chosen.length ? without : [...chosen, slug]);
  }

  return (
    <fieldset
      id={controlOf('themes')}
      tabIndex={-1}
      aria-describedby="ask-themes-hint"
      className={styles.themes}
    >
      <legend className={styles.legend}>{t('themes')}</legend>
      <p id="ask-themes-hint" className={styles.hint}>
        {t('themesHint')} {chosen.length > 0 && t('themesChosen', { count: chosen.length, most })}
      </p>
      <div className={styles.row}>
        {themes.map(({ slug, names }) => {
          const isChosen = chosen.includes(slug);
          return (
            <Chip
              key={slug}
              pressed={isChosen}
              disabled={!isChosen && chosen.length >= most}
              onPress={() => toggle(slug)}
            >
              {localized(names)}
            </Chip>
          );
        })}
      </div>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
