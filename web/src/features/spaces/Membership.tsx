import type { SpaceView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { useLocalized } from '../../lib/page-locale.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useJoin, useLeave } from './api.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import styles from './Membership.module.css';

/** Whether one belongs to a space, and the one thing to do about it. What is offered comes from `can`. */
export function Membership({ space, withLeave }: { space: SpaceView; withLeave?: boolean }) {
  const say = useProblemText();
  const join = useJoin();
  const leave = useLeave();
  const failure = join.error ?? leave.error;
  return (
    <div className={styles.membership}>
      {!space.requested && <Enter space={space} join={join} />}
      {space.requested && <Withdraw space={space} leave={leave} />}
      {withLeave && space.can.includes('leave') && <Leave space={space} leave={leave} />}
      {failure && <Notice tone="danger" title={say.sentence(failure)} alert />}
    </div>
  );
}

function Enter({ space, join }: { space: SpaceView; join: ReturnType<typeof useJoin> }) {
  const t = useText('spaces');
  const name = useLocalized()(space.names);
  const announce = useAnnounce();
  const verb = (['join', 'request'] as const).find((known) => space.can.includes(known));
  if (!verb) return null;
  const done = () => announce(t(verb === 'join' ? 'nowJoined' : 'nowRequested', { name }));
  return (
    <Button
      aria-label={t(`${verb}Named`, { name })}
      busy={join.isPending}
      onClick={() => join.mutate(space.id, { onSuccess: done })}
    >
      {t(verb)}
    </Button>
  );
}

type LeaveProps = { space: SpaceView; leave: ReturnType<typeof useLeave> };

function Withdraw({ space, leave }: LeaveProps) {
  const t = useText('spaces');
  return (
    <p className={styles.requested}>
      {t('requested')}{' '}
      <Button look="quiet" busy={leave.isPending} onClick={() => leave.mutate(space.id)}>
        {t('withdraw')}
      </Button>
    </p>
  );
}

/** An open space can be joined again at once; before any other, a question. */
function Leave({ space, leave }: LeaveProps) {
  const t = useText('spaces');
  const name = useLocalized()(space.names);
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);

  function go(): void {
    setAsking(false);
    leave.mutate(space.id, { onSuccess: () => announce(t('nowLeft', { name })) });
  }

  return (
    <>
      <Button
        look="quiet"
        aria-label={t('leaveNamed', { name })}
        busy={leave.isPending}
        onClick={space.access === 'open' ? go : () => setAsking(true)}
      >
        {t('leave')}
      </Button>
      {isAsking && <LeaveDialog name={name} onLeave={go} onClose={() => setAsking(false)} />}
    </>
  );
}
