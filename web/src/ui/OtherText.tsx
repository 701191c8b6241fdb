import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';
import styles from './OtherText.module.css';

interface Props {
  /** What has happened, and what can be done about it. */
  title: string;
  about: string;
  /** What the other text is called; absent where there is none any more. */
  label?: string | undefined;
  text?: string | undefined;
  actions: ReactNode;
}

/** Beside a text that is being written: another one in its place. Both stay in sight until one is chosen. */
export function OtherText({ title, about, label, text, actions }: Props) {
  return (
    <div className={styles.clash}>
      <Notice tone="warning" title={title} alert>
        {about}
      </Notice>
      {label !== undefined && (
        <section aria-label={label}>
          <p className={styles.label}>{label}</p>
          {/* A long text scrolls on its own, by keyboard too. */}
          <p dir="auto" tabIndex={0} role="group" aria-label={label} className={styles.text}>
            {text}
          </p>
        </section>
      )}
      <div className={styles.actions}>{actions}</div>
    </div>
  );
}
