import { limits } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Search.module.css';
import { changedView, type SearchView } from './search-view.ts';

/** Keys are still warm for so long. */
const quietMs = 250;

/**
 * Where one types what is looked for. It is looked for while one types, and stands in the address; going
 * back leads to what was looked for before, not to each letter.
 */
export function SearchField({ view }: { view: SearchView }) {
  const t = useText('search');
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(view.q ?? '');
  const [shown, setShown] = useState(view.q);
  // The address says something else than what was typed here: one went back, or followed a link.
  if (view.q !== shown) {
    setShown(view.q);
    setTyped(view.q ?? '');
  }

  function look(q: string, replace: boolean): void {
    setShown(changedView(view, { q }).q);
    const search = changedView(view, { q });
    void navigate({ to: '.', search, replace, resetScroll: false });
  }

  useEffect(() => {
    if (typed === (view.q ?? '')) return;
    const timer = setTimeout(() => look(typed, view.q !== undefined), quietMs);
    return () => clearTimeout(timer);
  });
  useEffect(() => field.current?.focus(), []);

  return (
    <form
      role="search"
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (typed !== (view.q ?? '')) look(typed, view.q !== undefined);
      }}
    >
      <input
        ref={field}
        id="search-field"
        type="search"
        dir="auto"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={limits.search.typed}
        aria-label={t('field')}
        placeholder={t('field')}
        className={styles.field}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" look="primary">
        {t('submit')}
      </Button>
    </form>
  );
}
