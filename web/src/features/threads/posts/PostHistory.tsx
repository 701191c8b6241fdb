import type { PostView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useQuery } from '@tanstack/react-query';
import { useProblemText } from '../../../lib/problem-text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { revisionsQuery } from '../api.ts';
import { ago } from '../parts/ago.tsx';
import styles from './Post.module.css';
import prose from './prose.module.css';

interface Version {
  key: number;
  html: string;
  at: string;
  isNow: boolean;
}

/** What a post says and said, newest first. */
export function PostHistory({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useText('threads.history');
  const say = useProblemText();
  const revisions = useQuery({ ...revisionsQuery(post.id), staleTime: 0 });
  const now: Version = {
    key: post.revision,
    html: post.html,
    at: post.editedAt ?? post.createdAt,
    isNow: true,
  };
  const earlier = (revisions.data?.items ?? []).map(
    ({ revision, html, writtenAt }): Version => ({
      key: revision,
      html,
      at: writtenAt,
      isNow: false,
    }),
  );
  return (
    <Dialog title={t('title')} onClose={onClose}>
      {revisions.error && <Notice tone="danger" title={say.sentence(revisions.error)} alert />}
      <ol className={styles.versions}>
        {[now, ...earlier].map(({ key, html, at, isNow }) => (
          <li key={key}>
            <p className={styles.versionTime}>
              {t.rich(isNow ? 'now' : 'written', { when: ago(at) })}
            </p>
            <div
              lang={post.language}
              dir="auto"
              className={prose.prose}
              dangerouslySetInnerHTML={{ __html: html }}
            />
          </li>
        ))}
      </ol>
      {revisions.isPending && <Skeleton />}
    </Dialog>
  );
}
