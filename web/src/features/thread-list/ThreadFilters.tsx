import { threadFilters, threadKinds } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useLocalized } from '../../lib/page-locale.ts';
import { ShortSelect } from '../../ui/ShortSelect.tsx';
import { themesQuery } from './api.ts';
import styles from './ThreadFilters.module.css';
import { changedView, type ThreadView, threadViewFrom } from './thread-view.ts';

/** Which threads are shown and in what order; all of it is in the address, so that going back works. */
export function ThreadFilters({ view }: { view: ThreadView }) {
  const t = useText('reading.threads');
  return (
    <div className={styles.filters}>
      <nav aria-label={t('show')}>
        <ul className={styles.views}>
          {[undefined, ...threadFilters].map((filter) => (
            <li key={filter ?? 'all'}>
              <Link
                to="."
                search={changedView(view, { filter })}
                resetScroll={false}
                activeOptions={{ exact: true }}
                className={styles.view}
              >
                {t(`filter.${filter ?? 'all'}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Selects view={view} />
    </div>
  );
}

function Selects({ view }: { view: ThreadView }) {
  const t = useText('reading.threads');
  const threads = useText('threads');
  const localized = useLocalized();
  const navigate = useNavigate();
  const themes = useQuery(themesQuery).data?.items ?? [];

  function change(part: Record<string, string | undefined>): void {
    const search = threadViewFrom({ ...view, ...part });
    void navigate({ to: '.', search, resetScroll: false });
  }

  return (
    <div className={styles.selects}>
      <ShortSelect
        label={t('kind')}
        value={view.kind ?? ''}
        onChange={(kind) => change({ kind })}
        options={[
          ['', t('anyKind')],
          ...threadKinds.map((kind) => [kind, threads(`kind.${kind}`)] as const),
        ]}
      />
      <ShortSelect
        label={t('theme')}
        value={view.theme ?? ''}
        onChange={(theme) => change({ theme })}
        options={[
          ['', t('anyTheme')],
          ...themes.map(({ slug, names }) => [slug, localized(names)] as const),
        ]}
      />
      <ShortSelect
        label={t('sort')}
        value={view.sort ?? 'active'}
        onChange={(sort) => change({ sort })}
        options={(['active', 'created'] as const).map((sort) => [sort, t(`by.${sort}`)] as const)}
      />
    </div>
  );
}
