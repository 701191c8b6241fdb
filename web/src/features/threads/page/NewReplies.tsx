import { useText } from '@counterpart/locale/react';
import { Button } from '../../../ui/Button.tsx';
import { Sign } from '../../../ui/Sign.tsx';
import { type Signal, useSignal } from '../reading/signal.ts';
import styles from './PostList.module.css';

interface Props {
  arrived: Signal<readonly number[]>;
  goTo: (seq: number) => void;
  /** Right above what follows it, instead of where it would cover the end of the window. */
  above: boolean;
}

/** What came while one reads elsewhere, in one quiet bar; the page stays where it is until it is pressed. */
export function NewReplies({ arrived, goTo, above }: Props) {
  const t = useText('threads.place');
  const seqs = useSignal(arrived);
  if (seqs.length === 0) return null;
  return (
    <div className={above ? styles.barAbove : styles.bar}>
      <Button onClick={() => goTo(Math.min(...seqs))}>
        {t('arrived', { count: seqs.length })} <Sign name="down" />
      </Button>
    </div>
  );
}
