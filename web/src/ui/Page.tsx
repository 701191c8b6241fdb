import { useText } from '@counterpart/locale/react';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Page.module.css';

interface Props {
  /** For the tab of the browser and, unless `heading` is given, for the page. */
  title: string;
  /** The heading when it is more than the title, such as one with its own language. */
  heading?: ReactNode;
  /** Quiet line above the heading. */
  before?: ReactNode;
  /** What stands at the end side where there is room, else below. */
  context?: ReactNode;
  /** Something on the page takes the focus itself, rather than the heading. */
  hasFocus?: boolean;
  children: ReactNode;
}

let opened = false;

/** One page: main landmark, heading, document title. After a navigation the heading takes the focus. */
export function Page({ title, heading, before, context, hasFocus = false, children }: Props) {
  const t = useText('app');
  const top = useRef<HTMLHeadingElement>(null);
  const documentTitle = t('pageTitle', { page: title });
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  useEffect(() => {
    if (opened && !hasFocus) top.current?.focus({ preventScroll: true });
    opened = true;
  }, [hasFocus]);
  return (
    <>
      <main id="content" className={styles.main}>
        {before && <div className={styles.before}>{before}</div>}
        <h1 ref={top} tabIndex={-1} className={styles.heading} dir="auto">
          {heading ?? title}
        </h1>
        {children}
      </main>
      {context && (
        <aside aria-label={t('nav.context')} className={styles.context}>
          {context}
        </aside>
      )}
    </>
  );
}
