import type { TextPart } from '@counterpart/contract';
import styles from './Search.module.css';

/** A text with what was looked for marked in it. */
export function Marked({ parts }: { parts: readonly TextPart[] }) {
  let at = 0;
  return parts.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    return hit ? (
      <mark key={key} className={styles.hit}>
        {text}
      </mark>
    ) : (
      text
    );
  });
}
