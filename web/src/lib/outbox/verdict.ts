import type { Problem } from '@counterpart/contract';
import { ApiProblem, Unreachable } from '../problem.ts';

export type Verdict =
  /** Nobody can be reached, or everybody is to come later. */
  | { kind: 'wait'; afterMs?: number }
  /** Nothing more until the member has signed in again; perhaps somebody else is signed in. */
  | { kind: 'signed-out' }
  /** The server failed at this one; others may go on. */
  | { kind: 'fault'; problem: Problem }
  /** It will not be taken as it is. */
  | { kind: 'refused'; problem: Problem };

function problemOf({ message, status, code, requestId, fields }: ApiProblem): Problem {
  return { type: 'about:blank', title: message, status, code, requestId, fields };
}

const ownFault: Problem = {
  type: 'about:blank',
  title: '',
  status: 500,
  code: 'internal',
  requestId: '',
};

/** What an error of a call means for a writing that waits. */
export function judge(error: unknown): Verdict {
  if (error instanceof Unreachable) return { kind: 'wait' };
  if (!(error instanceof ApiProblem)) return { kind: 'fault', problem: ownFault };
  const { code, status, retryAfterSeconds } = error;
  if (status === 429 || status === 503)
    return retryAfterSeconds === undefined
      ? { kind: 'wait' }
      : { kind: 'wait', afterMs: retryAfterSeconds * 1_000 };
  if (code === 'signed-out' || code === 'another-member') return { kind: 'signed-out' };
  return { kind: status >= 500 ? 'fault' : 'refused', problem: problemOf(error) };
}

const firstMs = 1_000;
const longestMs = 30_000;

/** Full jitter: after an outage not everybody comes at once. `tries` counts from 0. */
export function backoff(tries: number, random: () => number): number {
  return random() * Math.min(longestMs, firstMs * 2 ** tries);
}
