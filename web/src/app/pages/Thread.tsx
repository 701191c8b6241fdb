import { useLoaderData } from '@tanstack/react-router';
import type { ThreadPlace } from '../../features/threads/index.ts';
import { ThreadPage } from '../../features/threads/ThreadPage.tsx';

/** A thread, also when it is reached by the address of one of its posts: both routes load the place. */
export function Thread() {
  const place = useLoaderData({ strict: false }) as ThreadPlace | undefined;
  if (!place) return null;
  return <ThreadPage key={`${place.id} ${place.from} ${place.postId}`} place={place} />;
}
