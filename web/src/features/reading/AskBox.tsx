import { limits } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';
import { textIn } from '../../lib/form-text.ts';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './AskBox.module.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Typed at home, carried to the Ask page; never in the address, which is written to logs. */
    question?: string;
    /** What its text begins with: whom it is put to. */
    body?: string;
  }
}

/** One line that begins a question; the Ask page takes it on. */
export function AskBox() {
  const t = useText('reading.home');
  const navigate = useNavigate();
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const question = textIn(new FormData(event.currentTarget), 'question').trim();
    void navigate({ to: '/ask', ...(question && { state: { question } }) });
  }

  return (
    <form className={styles.box} onSubmit={submit}>
      <VisuallyHidden>
        <label htmlFor={id}>{t('ask')}</label>
      </VisuallyHidden>
      <input
        id={id}
        name="question"
        dir="auto"
        autoComplete="off"
        placeholder={t('ask')}
        maxLength={limits.title}
        className={styles.input}
      />
      <Button type="submit" look="primary">
        {t('askButton')}
      </Button>
    </form>
  );
}
