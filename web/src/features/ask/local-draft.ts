import type { DraftContent } from '@counterpart/contract';
import { emptyDraft } from './draft-content.ts';

/** Of this tab and this member; signing out wipes it with all else. */
function nameOf(member: number): string {
  return `ask-draft-${member}`;
}

/** What this tab has and the server does not have yet. */
export function readLocalDraft(member: number): DraftContent | undefined {
  const kept = sessionStorage.getItem(nameOf(member));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below, by this version or an earlier one
  return kept === null ? undefined : { ...emptyDraft, ...(JSON.parse(kept) as DraftContent) };
}

export function writeLocalDraft(member: number, content: DraftContent | null): void {
  if (content === null) sessionStorage.removeItem(nameOf(member));
  else sessionStorage.setItem(nameOf(member), JSON.stringify(content));
}
