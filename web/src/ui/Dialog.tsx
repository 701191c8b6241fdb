import { useText } from '@counterpart/locale/react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';
import { Sign } from './Sign.tsx';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Open for as long as it is rendered. Esc and the cross close it; the browser gives the focus back. */
export function Dialog({ title, onClose, children }: Props) {
  const t = useText('ui');
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
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
        <h2 id={heading}>{title}</h2>
        <Button look="quiet" onClick={onClose} aria-label={t('close')}>
          <Sign name="close" />
        </Button>
      </header>
      {children}
    </dialog>
  );
}
