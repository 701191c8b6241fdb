import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Notice.module.css';
import { Sign, type SignName } from './Sign.tsx';

interface Props {
  tone: 'info' | 'success' | 'warning' | 'danger' | 'care';
  /** The word that says what the colour hints at. */
  title: ReactNode;
  sign?: SignName;
  children?: ReactNode;
  /** A button or link at the end. */
  action?: ReactNode;
  /** Said at once by screen readers; only for what answers something the reader just did. */
  alert?: boolean;
}

const usualSigns: Record<Props['tone'], SignName> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
  care: 'network',
};

/** A sentence that must not be missed, with a sign and a word besides its colour. */
export function Notice({ tone, title, sign, children, action, alert }: Props) {
  return (
    <div className={classes(styles.notice, styles[tone])} role={alert ? 'alert' : undefined}>
      <Sign name={sign ?? usualSigns[tone]} />
      <div className={styles.words}>
        <strong>{title}</strong> {children}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
