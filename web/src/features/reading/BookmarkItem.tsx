import type { BookmarkView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { excerpt } from '@counterpart/text/excerpt';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { addresses } from '../../lib/addresses.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { fill } from '../../ui/fill.tsx';
import { Name } from '../../ui/Name.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Time } from '../../ui/Time.tsx';
import { useKeepBookmark, useRemoveBookmark } from './api.ts';
import { NoteForm } from './NoteForm.tsx';
import styles from './Saved.module.css';

const shownOfPost = 500;

/** A post one came back for, with one's own note. Taken away, it leaves its place until the next visit. */
export function BookmarkItem({ bookmark }: { bookmark: BookmarkView }) {
  const t = useText('reading.saved');
  const say = useProblemText();
  const [isGone, setGone] = useState(false);
  const remove = useRemoveBookmark();
  const keep = useKeepBookmark();
  const { post, note } = bookmark;
  const failure = remove.error ?? keep.error;
  if (isGone) {
    const back = () =>
      keep.mutate({ postId: post.id, note: note ?? '' }, { onSuccess: () => setGone(false) });
    return (
      <li className={styles.item}>
        <p role="status">
          {t('removed')}{' '}
          <Button autoFocus look="quiet" busy={keep.isPending} onClick={back}>
            {t('undo')}
          </Button>
        </p>
      </li>
    );
  }
  return (
    <li className={styles.item}>
      <Kept bookmark={bookmark} />
      {failure && <Notice tone="danger" title={say.sentence(failure)} alert />}
      <Note postId={post.id} note={note}>
        <Button
          look="quiet"
          busy={remove.isPending}
          onClick={() => remove.mutate(post.id, { onSuccess: () => setGone(true) })}
        >
          {t('remove')}
        </Button>
      </Note>
    </li>
  );
}

function Kept({ bookmark: { post, threadTitle, keptAt } }: { bookmark: BookmarkView }) {
  const t = useText('reading.saved');
  const localized = useLocalized();
  const { member } = post.author;
  return (
    <>
      <Link to={addresses.post(post.threadId, post.id)} className={styles.title}>
        <bdi>{threadTitle}</bdi>
      </Link>
      <p className={styles.about}>
        <Name name={member.name} />
        {member.institution && (
          <>
            {' · '}
            <bdi>{localized(member.institution.names)}</bdi>
          </>
        )}
        {' · '}
        {t.rich('keptAt', { time: fill(<Time at={keptAt} wording="ago" />) })}
      </p>
      <p dir="auto" lang={post.language} className={styles.excerpt}>
        {post.state === 'published' ? excerpt(post.html, shownOfPost) : t('gone')}
      </p>
    </>
  );
}

function Note(props: { postId: number; note: string | null; children: ReactNode }) {
  const t = useText('reading.saved');
  const { postId, note, children } = props;
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <NoteForm postId={postId} note={note ?? ''} onClose={() => setOpen(false)} />;
  return (
    <>
      {note && (
        <p className={styles.note}>
          <span className={styles.word}>{t('note')}</span> <bdi>{note}</bdi>
        </p>
      )}
      <div className={styles.actions}>
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t(note ? 'editNote' : 'addNote')}
        </Button>
        {children}
      </div>
    </>
  );
}
