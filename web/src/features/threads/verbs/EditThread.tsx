import { limits, type ThreadView, threadRoutes } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { useLocalized } from '../../../lib/page-locale.ts';
import { isProblem } from '../../../lib/problem.ts';
import { LineArea } from '../../../ui/fields.tsx';
import { themesQuery } from '../api.ts';
import { Confirm } from '../parts/Confirm.tsx';
import type { ThreadStore } from '../state/thread-store.ts';
import styles from './verbs.module.css';

interface Props {
  store: ThreadStore;
  thread: ThreadView;
  onClose: () => void;
}

/** Title and themes of a thread. */
export function EditThread({ store, thread, onClose }: Props) {
  const t = useText('threads.manage');
  const ui = useText('ui');
  const format = useFormat();
  const localized = useLocalized();
  const { data } = useQuery(themesQuery);
  const [title, setTitle] = useState(thread.title);
  const [chosen, setChosen] = useState<readonly string[]>(thread.themes);
  const isFull = chosen.length >= limits.themesPerThread;

  function toggle(slug: string): void {
    setChosen(chosen.includes(slug) ? chosen.filter((one) => one !== slug) : [...chosen, slug]);
  }

  async function save(): Promise<void> {
    const { revision } = store.state().thread;
    try {
      const body = { title, themes: [...chosen], revision };
      const answer = await call(threadRoutes.editThread, { params: { id: store.id }, body });
      store.change((state) => ({ ...state, thread: answer.thread }));
    } catch (error) {
      // The next attempt is made knowing what stands there now.
      if (isProblem(error, 'stale-revision')) await store.loadThread();
      throw error;
    }
  }

  return (
    <Confirm
      title={t('edit')}
      confirm={ui('save')}
      done={t('done')}
      look="primary"
      onConfirm={save}
      onClose={onClose}
    >
      <LineArea
        label={t('title')}
        value={title}
        required
        maxLength={limits.title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <fieldset className={styles.themes}>
        <legend>
          {t('themes')}{' '}
          <span>{t('themesHint', { most: format.number(limits.themesPerThread) })}</span>
        </legend>
        {data?.items.map(({ slug, names }) => (
          <label key={slug}>
            <input
              type="checkbox"
              checked={chosen.includes(slug)}
              disabled={isFull && !chosen.includes(slug)}
              onChange={() => toggle(slug)}
            />{' '}
            {localized(names)}
          </label>
        ))}
      </fieldset>
    </Confirm>
  );
}
