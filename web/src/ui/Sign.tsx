import { classes } from './classes.ts';
import styles from './Sign.module.css';

const paths = {
  info: 'M8 1.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 1 0 0-13.6M8 7.4v4M8 4.6v.1',
  success: 'm3.5 8.5 3 3 6-7',
  warning: 'M8 1.5 15 14H1zM8 6.4v3.6M8 12v.1',
  danger: 'M8 1.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 1 0 0-13.6M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
  network:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13',
  space: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  chatham: 'M2 8s2-4 6-4 6 4 6 4-2 4-6 4-6-4-6-4M3 13 13 3',
  close: 'm4 4 8 8M12 4l-8 8',
  down: 'm4 6 4 4 4-4',
  forward: 'm6 4 4 4-4 4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
} as const;

export type SignName = keyof typeof paths;

/** Signs that point along the line turn round where the page runs from right to left. */
const mirrored = new Set<SignName>(['forward']);

/** A small drawn sign beside a word that says the same; hidden from screen readers. */
export function Sign({ name }: { name: SignName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={classes(styles.sign, mirrored.has(name) && styles.mirrored)}
    >
      <path d={paths[name]} />
    </svg>
  );
}
