import { threadRoutes } from '@counterpart/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';
import { isProblem } from '../../lib/problem.ts';

interface Known {
  /** Undefined until it is known, and without a line. */
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
  return { title: data, isGone: isProblem(error, 'not-found') };
}
