import type { ReactNode } from 'react';

/** Puts something drawn where a sentence has an empty tag: `t.rich('keptAt', { time: fill(<Time at={at} />) })`. */
export function fill(node: ReactNode): () => ReactNode {
  return () => node;
}
