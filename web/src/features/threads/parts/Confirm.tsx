import { useText } from '@counterpart/locale/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useProblemText } from '../../../lib/problem-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './Confirm.module.css';

interface Props {
  title: string;
  /** The word on the button that does it. */
  confirm: string;
  /** Said when it is done. */
  done: string;
  look?: 'primary' | 'danger';
  /** Nothing can be confirmed yet. */
  disabled?: boolean;
  onConfirm: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that does one thing, says so, and stays open with the reason where it could not. */
export function Confirm(props: Props) {
  const { title, confirm, done, look, disabled, onConfirm, onClose, children } = props;
  const ui = useText('ui');
  const say = useProblemText();
  const announce = useAnnounce();
  const act = useMutation({
    mutationFn: onConfirm,
    onSuccess() {
      announce(done);
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!act.isPending && !disabled) act.mutate();
        }}
      >
        {act.error && <Notice tone="danger" title={say.sentence(act.error)} alert />}
        {children}
        <div className={styles.actions}>
          {!disabled && (
            <Button type="submit" look={look ?? 'danger'} busy={act.isPending}>
              {confirm}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
