import { useText } from '@counterpart/locale/react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Membership.module.css';

interface Props {
  name: string;
  onLeave: () => void;
  onClose: () => void;
}

/** Says what leaving a restricted or private space means before it happens. */
export function LeaveDialog({ name, onLeave, onClose }: Props) {
  const t = useText('spaces');
  const ui = useText('ui');
  return (
    <Dialog title={t('leaveNamed', { name })} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{t('leaveQuestion')}</p>
        <div className={styles.membership}>
          <Button look="danger" onClick={onLeave}>
            {t('leave')}
          </Button>
          <Button onClick={onClose}>{ui('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
