import {
  type DraftContent,
  type DraftView,
  postRoutes,
  readingRoutes,
} from '@counterpart/contract';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, keyOf, queryFor } from '../../lib/api.ts';
import './live.ts';

export const homeQuery = queryFor(readingRoutes.getHome, {});
export const draftsQuery = queryFor(readingRoutes.listDrafts, {});

export const bookmarkPages = infiniteQueryOptions({
  queryKey: [...keyOf(readingRoutes.listBookmarks), 'pages'],
  queryFn: ({ pageParam, signal }) =>
    call(
      readingRoutes.listBookmarks,
      { query: pageParam ? { cursor: pageParam } : {} },
      { signal },
    ),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});

/** Keeps a post with this note, or without one when it is empty. */
export function useKeepBookmark() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ postId, note }: { postId: number; note: string }) =>
      call(postRoutes.keepBookmark, { params: { id: postId }, body: note ? { note } : {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: bookmarkPages.queryKey }),
  });
}

/** The entry stays in the list until it is loaded anew, so that it can be brought back. */
export function useRemoveBookmark() {
  return useMutation({
    mutationFn: (postId: number) => call(postRoutes.removeBookmark, { params: { id: postId } }),
  });
}

/** Throws it away as it is listed; one that was changed since stays. */
export function useDropDraft() {
  return useMutation({
    mutationFn: ({ place, updatedAt: seen }: DraftView) =>
      call(readingRoutes.dropDraft, { params: { place }, query: { seen } }),
  });
}

export function useRestoreDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ place, content }: { place: string; content: DraftContent }) =>
      call(readingRoutes.keepDraft, { params: { place }, body: { ...content, seen: null } }),
    onSuccess: () => client.invalidateQueries({ queryKey: draftsQuery.queryKey }),
  });
}
