import type { ReactNode } from 'react';

/** Puts something drawn where a sentence has an empty tag: `t.rich('keptAt', { time: fill(<Time at={at} />) })`. */
export function fill(node: ReactNode): () => ReactNode {
  return () => node;
}

/** For names inside sentences: `t.rich('by', { name, bdi: isolate })` where the message says `<bdi>{name}</bdi>`. */
export function isolate(chunks: ReactNode): ReactNode {
  return <bdi>{chunks}</bdi>;
}
