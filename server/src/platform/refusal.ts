import type { Problem, ProblemCode } from '@counterpart/contract';

type Details = Partial<
  Pick<Problem, 'detail' | 'fields' | 'current' | 'draft' | 'retryAfterSeconds'>
>;

/** What an action throws when it will not do what was asked; becomes problem+json with this code. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Missing and forbidden are the same answer: nobody learns that a thing exists. */
export function notFound(): Refusal {
  return new Refusal('not-found');
}
