import { useText } from '@counterpart/locale/react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';
import { Sign } from './Sign.tsx';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

const fields = 'input:not([type=hidden]), textarea, select';

/** Open for as long as it is rendered. Esc and the cross close it; the browser gives the focus back. */
export function Dialog({ title, onClose, children }: Props) {
  const t = useText('ui');
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the element leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // What is asked comes first, else what it is about; never the way out.
    const first = element?.querySelector<HTMLElement>(`:is(${fields}):not([readonly], :disabled)`);
    (first ?? element?.querySelector<HTMLElement>('h2'))?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className={styles.dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button look="quiet" onClick={onClose} aria-label={t('close')}>
          <Sign name="close" />
        </Button>
      </header>
      {children}
    </dialog>
  );
}
