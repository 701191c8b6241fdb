import type { DraftContent, SpaceView } from '@counterpart/contract';
import { guessLanguage } from '@counterpart/text/language';

/** The kinds this member may start in a space. */
export function kindsIn(space: SpaceView | undefined) {
  return space?.can.includes('announce')
    ? (['question', 'discussion', 'announcement'] as const)
    : (['question', 'discussion'] as const);
}

/** What is still missing in a draft is filled with what is usual, and a choice that a space does not offer is left. */
export function completed(content: DraftContent, space: SpaceView | undefined, own: string) {
  const { kind, sharing, language } = content;
  const guess = guessLanguage(`${content.title}\n${content.body}`);
  return {
    space,
    kind: kindsIn(space).find((known) => known === kind) ?? 'question',
    sharing: space?.sharing.find((label) => label === sharing) ?? space?.sharing[0] ?? null,
    isGuess: language === null && guess !== null,
    language: language ?? guess ?? own,
  };
}

export type Completed = ReturnType<typeof completed>;
