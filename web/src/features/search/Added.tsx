import type { SearchAdded } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { useLocalized } from '../../lib/page-locale.ts';
import styles from './Search.module.css';
import { changedView, type SearchView } from './search-view.ts';

/** What the glossary added to the question, with what is to be known about it, and the way to do without. */
export function Added({ view, added }: { view: SearchView; added: readonly SearchAdded[] }) {
  const t = useText('search.glossary');
  const localized = useLocalized();
  const isOff = view.expand === 'no';
  if (!isOff && added.length === 0) return null;
  const notes = new Set(added.flatMap(({ note }) => (note ? [localized(note)] : [])));
  return (
    <div className={styles.added}>
      <p>
        {isOff ? (
          t('without')
        ) : (
          <>
            {t('added')} <Terms added={added} />
          </>
        )}{' '}
        <Link
          to="."
          search={changedView(view, { expand: isOff ? undefined : 'no' })}
          resetScroll={false}
        >
          {t(isOff ? 'with' : 'only')}
        </Link>
      </p>
      {[...notes].map((note) => (
        <p key={note} dir="auto">
          {note}
        </p>
      ))}
    </div>
  );
}

/** By the words they stand for: `youth: jeunes · الشباب`. */
function Terms({ added }: { added: readonly SearchAdded[] }) {
  const words = [...new Set(added.map(({ because }) => because))];
  return (
    <span className={styles.terms}>
      {words.map((word) => (
        <span key={word}>
          <bdi>{word}</bdi>
          {': '}
          {added
            .filter(({ because }) => because === word)
            .map(({ term, language }, at) => (
              <span key={term}>
                {at > 0 && ' · '}
                <bdi lang={language} className={styles.term}>
                  {term}
                </bdi>
              </span>
            ))}
        </span>
      ))}
    </span>
  );
}
