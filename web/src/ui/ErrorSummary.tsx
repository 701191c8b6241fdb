import { useText } from '@counterpart/locale/react';
import { useEffect, useRef } from 'react';
import styles from './ErrorSummary.module.css';

export interface Mistake {
  /** Id of the control to go to. */
  field: string;
  /** What the field is called; absent when the sentence is about the whole form. */
  label?: string;
  text: string;
}

/**
 * What is wrong in a form, each a link to its field. Takes the focus whenever `mistakes` is a new list, so
 * make a new one per attempt, not per keystroke.
 */
export function ErrorSummary({ mistakes }: { mistakes: Mistake[] }) {
  const t = useText('ui');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mistakes.length > 0) box.current?.focus();
  }, [mistakes]);
  if (mistakes.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.summary}>
      <p className={styles.title}>{t('errorSummary.title', { count: mistakes.length })}</p>
      <ul>
        {mistakes.map(({ field, label, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {label ? t('errorSummary.item', { label, text }) : text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
