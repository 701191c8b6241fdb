import styles from './Avatar.module.css';
import { classes } from './classes.ts';
import { initialsOf, tintOf } from './initials.ts';

interface Props {
  name: string | null;
  institutionId?: number | undefined;
  size?: 'small' | 'usual';
}

/** Decoration beside a written name; says nothing to screen readers. */
export function Avatar({ name, institutionId, size }: Props) {
  const tint = styles[`tint${tintOf(institutionId)}`];
  return (
    <span
      aria-hidden="true"
      className={classes(styles.avatar, tint, size === 'small' && styles.small)}
    >
      {name ? initialsOf(name) : ''}
    </span>
  );
}
