import { useText } from '@counterpart/locale/react';
import { fill } from '../../ui/fill.tsx';

interface Props {
  /** Null for a thread that is not there yet. */
  threadId: number | null;
  /** Undefined while it is not known. */
  threadTitle: string | undefined;
  /** The thread can no longer be read. */
  isGone: boolean;
  /** Of a thread that is not there yet. */
  title: string;
}

/** What an unsent text is called: by its own title, or by the thread it answers in. */
export function DraftName({ threadId, threadTitle, isGone, title }: Props) {
  const t = useText('reading');
  if (threadId === null) return <bdi>{title || t('drafts.untitled')}</bdi>;
  if (isGone) return t('drafts.answerGone');
  if (threadTitle === undefined) return t('unsent.answer');
  return t.rich('drafts.answerIn', { thread: fill(<bdi>{threadTitle}</bdi>) });
}
