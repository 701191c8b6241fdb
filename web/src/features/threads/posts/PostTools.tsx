import type { PostView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { addresses } from '../../../lib/addresses.ts';
import { Button } from '../../../ui/Button.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import type { OwnPart } from '../state/own-part.ts';
import styles from './Post.module.css';
import type { PostDialogName } from './PostDialog.tsx';
import { PostReactions } from './PostReactions.tsx';
import { usePostActions, useThreadCan } from './post-context.ts';

interface Props {
  post: PostView;
  own: OwnPart;
  onEdit: () => void;
  onDialog: (name: PostDialogName) => void;
}

function useMenuItems({ post, own, onEdit, onDialog }: Props): MenuItem[] {
  const t = useText('threads.post');
  const announce = useAnnounce();
  const { letGo, quote } = usePostActions();
  const mayQuote = useThreadCan().includes('quote');

  async function copyLink(): Promise<void> {
    const address = new URL(addresses.post(post.threadId, post.id), location.origin).href;
    await navigator.clipboard.writeText(address);
    announce(t('linkCopied'));
  }

  const keep: MenuItem = own.kept
    ? {
        key: 'keep',
        label: t('letGo'),
        onChoose: () => void letGo(post).then(() => announce(t('letGoNow'))),
      }
    : { key: 'keep', label: t('keep'), onChoose: () => onDialog('keep') };
  const items: MenuItem[] = [
    ...(mayQuote ? [{ key: 'quote', label: t('quote'), onChoose: () => quote(post) }] : []),
    { key: 'copy', label: t('copyLink'), onChoose: () => void copyLink() },
    keep,
  ];
  if (own.can.includes('edit')) items.push({ key: 'edit', label: t('edit'), onChoose: onEdit });
  if (own.can.includes('delete')) {
    items.push({
      key: 'takeBack',
      label: t('takeBack'),
      danger: true,
      onChoose: () => onDialog('takeBack'),
    });
  }
  return items;
}

/** What can be done with a post: reactions at the start, answering and the rest at the end. */
export function PostTools(props: Props) {
  const { post, own, onDialog } = props;
  const t = useText('threads');
  const ui = useText('ui');
  const format = useFormat();
  const can = useThreadCan();
  const { reply } = usePostActions();
  const items = useMenuItems(props);
  const name = post.author.member.name ?? ui('formerMember');
  const canSeeHistory = own.can.includes('revisions') || post.revision > 1;
  return (
    <>
      {(post.editedAt || own.kept) && (
        <p className={styles.notes}>
          {post.editedAt && canSeeHistory && (
            <button type="button" className={styles.note} onClick={() => onDialog('history')}>
              {t('post.history')}
            </button>
          )}
          {own.kept && <span>{t('post.kept')}</span>}
        </p>
      )}
      <div className={styles.tools}>
        <PostReactions post={post} own={own} />
        <div className={styles.actions}>
          {can.includes('reply') && (
            <Button
              look="quiet"
              aria-label={t('post.replyTo', { name })}
              onClick={() => reply(post)}
            >
              {t('reply')}
            </Button>
          )}
          <Menu
            label={t('post.more', { seq: format.number(post.seq) })}
            trigger={t('post.moreWord')}
            items={items}
          />
        </div>
      </div>
    </>
  );
}
