import type { ProblemCode } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { ApiProblem, Unreachable } from './problem.ts';

const fieldReasons = [
  'required',
  'email',
  'text-empty',
  'text-malformed',
  'text-too-large',
  'line-breaks',
  'too-short',
  'too-long',
  'code',
  'choice',
] as const;
export type FieldReason = (typeof fieldReasons)[number] | 'other';

/** Reasons that the schemas of the contract give, in the words of the pages. */
const synonyms = new Map<string, FieldReason>([
  ['too-small', 'too-short'],
  ['too-big', 'too-long'],
]);

function reasonOf(reason: string): FieldReason {
  return fieldReasons.find((known) => known === reason) ?? synonyms.get(reason) ?? 'other';
}

/** Sentences for what went wrong, in the language of the page; each code of the contract has one. */
export function useProblemText() {
  const t = useText('errors');
  const title = (code: ProblemCode) => t(`title.${code}`);
  return {
    /** One sentence for any error a call can throw. */
    sentence(error: unknown): string {
      if (error instanceof ApiProblem) return title(error.code);
      if (error instanceof Unreachable) return t(error.reason);
      return title('internal');
    },
    /** What is wrong with one field; `reason` as in the `fields` of a problem. */
    field: (reason: string) => t(`field.${reasonOf(reason)}`),
    requestId: (id: string) => t('requestId', { id }),
  };
}
