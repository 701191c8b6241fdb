import { useFormat, useText } from '@counterpart/locale/react';
import styles from './MarkdownEditor.module.css';

interface Props {
  members: { id: number; name: string; city: string | null }[];
}

/** A name inside a text that is no markup yet: it runs its own way, and what is around it does not follow. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** Says who will be told, so that nobody is named by a slip of the keyboard. */
export function Mentioned({ members }: Props) {
  const t = useText('threads.editor');
  const format = useFormat();
  if (members.length === 0) return null;
  const names = members.map(({ name, city }) =>
    city === null ? name : t('nameCity', { name: isolated(name), city: isolated(city) }),
  );
  return (
    <p className={styles.quiet}>
      {t('mentioned')}{' '}
      {format
        .listParts(names)
        .map(({ type, value }, index) =>
          type === 'element' ? <bdi key={`${index} ${value}`}>{value}</bdi> : value,
        )}
    </p>
  );
}
