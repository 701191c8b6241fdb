import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../lib/problem.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type ThreadPlace, threadQuery } from './api.ts';
import { ThreadView } from './page/ThreadView.tsx';

/** The page of a thread, at the place that its address names. */
export function ThreadPage({ place }: { place: ThreadPlace }) {
  const { data, error } = useQuery({ ...threadQuery(place), staleTime: Number.POSITIVE_INFINITY });
  // A new sign-in empties the memory of answers; the page, and what is being written on it, stay.
  const [first, keep] = useState(data);
  if (!first && data) keep(data);
  if (isProblem(error, 'not-found') || (error && !first)) throw error;
  const shown = first ?? data;
  return shown ? <ThreadView first={shown} place={place} /> : <Skeleton lines={8} />;
}
