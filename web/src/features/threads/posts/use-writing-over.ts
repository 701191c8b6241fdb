import { useState } from 'react';
import { typed } from '../../../lib/typed.ts';
import { useMyId } from '../api.ts';

/** Where what a post or a synthesis is to say instead is kept on this device. */
export const writingOver = {
  post: (id: number) => `post-${id}`,
  synthesis: (threadId: number) => `synthesis-${threadId}`,
};

/** Whether a text is being written over. One that was left in the middle is open again, also after a reload. */
export function useWritingOver(place: string) {
  const member = useMyId() ?? 0;
  const [isResumed] = useState(() => typed().has(member, place));
  const [isOpen, setOpen] = useState(isResumed);
  const [isAsked, setAsked] = useState(false);
  return {
    isOpen,
    /** It was opened just now, so the writer is brought to it. */
    isAsked,
    setOpen(open: boolean): void {
      setOpen(open);
      setAsked(open);
    },
  };
}
