import { Link } from '@tanstack/react-router';
import { Avatar } from './Avatar.tsx';
import { Name } from './Name.tsx';
import styles from './Person.module.css';

interface Props {
  name: string | null;
  institutionId?: number | undefined;
  /** Seat and city, in words; what is missing is left out. */
  words: (string | null)[];
  /** Where the name leads. */
  to?: string;
}

/** Someone in a list: name, seat and city are always written out. */
export function Person({ name, institutionId, words, to }: Props) {
  const shown = <Name name={name} />;
  return (
    <div className={styles.person}>
      <Avatar name={name} institutionId={institutionId} size="small" />
      <div>
        <div className={styles.name}>{to ? <Link to={to}>{shown}</Link> : shown}</div>
        <div className={styles.words}>
          {words
            .filter((word) => word !== null)
            .map((word, index) => (
              <span key={word}>
                {index > 0 && ' · '}
                <bdi>{word}</bdi>
              </span>
            ))}
        </div>
      </div>
    </div>
  );
}
