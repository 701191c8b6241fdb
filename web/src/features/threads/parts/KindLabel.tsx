import type { ThreadKind } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';

/** Question, discussion and so on, as a word. */
export function KindLabel({ kind }: { kind: ThreadKind }) {
  const t = useText('threads.kind');
  return t(kind);
}
