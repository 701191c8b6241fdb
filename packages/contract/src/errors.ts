import type { StoredDraft } from './reading.ts';

/** Every `code` a problem+json answer may carry, with its HTTP status. Titles are in packages/locale. */
export const problems = {
  'invalid-request': 400,
  'text-refused': 400,
  'password-weak': 400,
  'signed-out': 401,
  'credentials-refused': 401,
  'second-factor-needed': 401,
  'not-allowed': 403,
  'origin-refused': 403,
  'not-found': 404,
  'link-spent': 404,
  'method-not-allowed': 405,
  'too-slow': 408,
  'another-member': 409,
  'stale-revision': 409,
  'draft-changed': 409,
  'client-key-reused': 409,
  'thread-locked': 409,
  'member-exists': 409,
  'sharing-not-possible': 409,
  'quote-not-possible': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  'headers-too-large': 431,
  internal: 500,
  busy: 503,
} as const;

export type ProblemCode = keyof typeof problems;

/**
 * RFC 9457 body. `fields` names what was refused and why; `current` comes with `stale-revision`, `draft`
 * with `draft-changed`: what is stored now, null for nothing.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  requestId: string;
  detail?: string;
  fields?: { path: string; reason: string }[];
  current?: { body: string; revision: number };
  draft?: StoredDraft | null;
  retryAfterSeconds?: number;
}
