import type { MemberBrief } from '@counterpart/contract';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { type MentionPlace, useMentionable } from './editor-api.ts';
import { type MentionQuery, queryAt } from './mention-text.ts';

const none: MemberBrief[] = [];

/** Suggestions while a name is typed after `@`; `choose` puts the one that is meant into the text. */
export function useMentions(
  place: MentionPlace | null,
  choose: (member: MemberBrief, query: MentionQuery) => void,
) {
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(query?.text ?? null);
  const found = useMentionable(place, asked);
  const members = query === null ? none : found;

  function close(): void {
    setQuery(null);
    setActive(0);
  }

  function take(member: MemberBrief | undefined): void {
    if (member && query) choose(member, query);
    close();
  }

  return {
    members,
    active: Math.min(active, Math.max(0, members.length - 1)),
    take,
    close,
    /** After each change of the text or the place of the caret. */
    look(text: string, caret: number): void {
      const next = queryAt(text, caret);
      if (next?.text !== query?.text || next?.start !== query?.start) {
        setQuery(next);
        setActive(0);
      }
    },
    /** Whether the key was meant for the list. */
    onKey(event: KeyboardEvent): boolean {
      if (members.length === 0 || event.nativeEvent.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setActive((active + step + members.length) % members.length);
      else if (event.key === 'Enter' || event.key === 'Tab') take(members[active]);
      else if (event.key === 'Escape') close();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
