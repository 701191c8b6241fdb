import { type PostView, reactionKinds } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useState } from 'react';
import { useProblemText } from '../../../lib/problem-text.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { OwnPart } from '../state/own-part.ts';
import styles from './Post.module.css';
import { usePostActions, useThreadCan } from './post-context.ts';

/** Useful, tried, talk: each with how many say so. One does not find one's own post useful. */
export function PostReactions({ post, own }: { post: PostView; own: OwnPart }) {
  const t = useText('threads.reaction');
  const say = useText('threads.reactions');
  const problem = useProblemText();
  const format = useFormat();
  const announce = useAnnounce();
  const { toggleReaction } = usePostActions();
  const [failure, setFailure] = useState<string | null>(null);
  const may = useThreadCan().includes('react') && !own.isMine;
  const shown = reactionKinds.filter((kind) => may || post.reactions[kind] > 0);
  const said = reactionKinds.filter((kind) => post.reactions[kind] > 0);

  async function toggle(kind: (typeof reactionKinds)[number]): Promise<void> {
    setFailure(null);
    try {
      await toggleReaction(post.id, kind);
    } catch (error) {
      const sentence = problem.sentence(error);
      setFailure(sentence);
      announce(sentence);
    }
  }

  if (shown.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={say('label', { seq: format.number(post.seq) })}
      className={styles.reactions}
    >
      {said.length > 0 && (
        <VisuallyHidden>
          {said.map((kind) => say(kind, { count: post.reactions[kind] })).join(' ')}
        </VisuallyHidden>
      )}
      {shown.map((kind) => (
        <Chip
          key={kind}
          pressed={own.reactions.includes(kind)}
          count={post.reactions[kind]}
          disabled={!may}
          onPress={() => void toggle(kind)}
        >
          {t(kind)}
        </Chip>
      ))}
      {failure && <p className={styles.failure}>{failure}</p>}
    </div>
  );
}
