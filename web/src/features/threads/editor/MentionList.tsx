import type { MemberBrief } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useEffect, useRef } from 'react';
import { useLocalized } from '../../../lib/page-locale.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import styles from './MarkdownEditor.module.css';

interface Props {
  id: string;
  members: MemberBrief[];
  /** Which one Enter chooses. */
  active: number;
  onChoose: (member: MemberBrief) => void;
}

/** Members that can be mentioned, below the text; the focus stays in the text. */
export function MentionList({ id, members, active, onChoose }: Props) {
  const t = useText('threads.editor');
  const seat = useText('institutions.seat');
  const localized = useLocalized();
  const list = useRef<HTMLUListElement>(null);
  // At the foot of the window the list would open where nobody sees it.
  useEffect(() => {
    // Newer browsers give a promise, which must not become what the effect gives.
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <ul ref={list} id={id} role="listbox" aria-label={t('mention')} className={styles.mentions}>
      {members.map((member, index) => (
        <li
          key={member.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={styles.mention}
          // The text must not lose the focus, or its selection would be gone.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(member)}
        >
          <Avatar size="small" name={member.name} institutionId={member.institution?.id} />
          <span>
            <bdi className={styles.name}>{member.name}</bdi>{' '}
            <span className={styles.quiet}>
              {member.seat && seat(member.seat)}
              {member.institution && (
                <>
                  {member.seat && ' · '}
                  <bdi>{localized(member.institution.names)}</bdi>
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
