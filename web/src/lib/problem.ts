import type { Problem, ProblemCode, StoredDraft } from '@counterpart/contract';

/** The server said no, and why. `code` is from the contract's closed list. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly requestId: string;
  readonly fields: { path: string; reason: string }[];
  /** Only with `stale-revision`: what is stored now. */
  readonly current: { body: string; revision: number } | undefined;
  /** Only with `draft-changed`: what is stored now; null for nothing. */
  readonly draft: StoredDraft | null | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem) {
    super(problem.title);
    this.code = problem.code;
    this.status = problem.status;
    this.requestId = problem.requestId;
    this.fields = problem.fields ?? [];
    this.current = problem.current;
    this.draft = problem.draft;
    this.retryAfterSeconds = problem.retryAfterSeconds;
  }
}

/** No answer came: the line is down, or the answer took too long. Whether the server acted is not known. */
export class Unreachable extends Error {
  override name = 'Unreachable';
  readonly reason: 'offline' | 'timeout';

  constructor(reason: 'offline' | 'timeout', cause: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

export function isProblem(error: unknown, code?: ProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}
