import { useText } from '@counterpart/locale/react';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './YouPage.module.css';

export interface Unsent {
  /** In the outbox. */
  posts: number;
  /** Begun, and on no server. */
  texts: number;
}

interface Props {
  unsent: Unsent;
  onAnyway: () => void;
  onClose: () => void;
}

/** What would be lost by signing out, before it is. */
export function UnsentDialog({ unsent: { posts, texts }, onAnyway, onClose }: Props) {
  const t = useText('accounts.signOut.unsent');
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={styles.unsent}>
        <p>
          {posts > 0 && t('posts', { count: posts })} {texts > 0 && t('texts', { count: texts })}
        </p>
        <p>{t('lost')}</p>
        <div className={styles.choices}>
          <LinkButton to="/saved" look="primary">
            {t('look')}
          </LinkButton>
          <Button look="danger" onClick={onAnyway}>
            {t('anyway')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
