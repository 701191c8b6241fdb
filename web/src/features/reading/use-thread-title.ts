import { threadRoutes } from '@counterpart/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';
import { keptTitle } from '../../lib/kept/index.ts';
import { isProblem, Unreachable } from '../../lib/problem.ts';

interface Known {
  /** Undefined until it is known, and without a line where the thread does not lie on this device. */
  title: string | undefined;
  /** It is not there any more, or not for this member. */
  isGone: boolean;
}

/** What a thread is called for someone who may read it now. Its name is not kept with what is written there. */
export function useThreadTitle(id: number | null): Known {
  const { data, error } = useQuery({
    // A key of its own: one post of a thread is not what is kept of it for reading offline.
    queryKey: ['title of a thread', id],
    queryFn: async ({ signal }) => {
      const input = { params: { id: id ?? 0 }, query: { limit: 1 } };
      return (await call(threadRoutes.getThread, input, { signal })).thread.title;
    },
    enabled: id !== null,
  });
  const kept = useQuery({
    queryKey: ['title on this device', id],
    queryFn: () => keptTitle(id ?? 0),
    enabled: id !== null && error instanceof Unreachable,
    gcTime: 0,
  });
  return { title: data ?? kept.data ?? undefined, isGone: isProblem(error, 'not-found') };
}
