import type { PostView } from '@counterpart/contract';
import { Suspense } from 'react';
import { KeepPost, PostHistory, TakeBackPost } from './lazy.ts';

const dialogs = { history: PostHistory, takeBack: TakeBackPost, keep: KeepPost };

export type PostDialogName = keyof typeof dialogs;

interface Props {
  name: PostDialogName;
  post: PostView;
  onClose: () => void;
}

/** What a post asks before it acts, or shows beside itself; loaded when it is wanted. */
export function PostDialog({ name, ...props }: Props) {
  const Chosen = dialogs[name];
  return (
    <Suspense>
      <Chosen {...props} />
    </Suspense>
  );
}
