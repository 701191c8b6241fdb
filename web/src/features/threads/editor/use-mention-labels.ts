import type { MemberBrief } from '@counterpart/contract';
import { useState } from 'react';
import { useLocalized } from '../../../lib/page-locale.ts';
import { useMembers } from './editor-api.ts';
import { labelFor, type MentionLabels, mentionedIn } from './mention-text.ts';

/** Names for the members a text mentions: of those chosen here, and of those in a text from before. */
export function useMentionLabels(stored: string) {
  const localized = useLocalized();
  const [chosen, setChosen] = useState<ReadonlyMap<number, MemberBrief>>(new Map());
  const mentioned = mentionedIn(stored);
  const found = useMembers(mentioned.filter((id) => !chosen.has(id)));
  const people = new Map([...chosen, ...found.map((member) => [member.id, member] as const)]);

  function cityOf({ institution }: MemberBrief): string | null {
    return institution && localized(institution.names);
  }

  function addTo(labels: MentionLabels, member: MemberBrief): MentionLabels {
    const label = labelFor(member, labels, cityOf(member));
    return label === null ? labels : new Map([...labels, [member.id, label]]);
  }

  // In the order in which they came, so that a name in use keeps its label.
  const labels = [...people.values()].reduce(addTo, new Map());
  return {
    labels,
    /** Those the text mentions now, with their city. */
    mentioned: mentioned.flatMap((id) => {
      const member = people.get(id);
      return member?.name ? [{ id, name: member.name, city: cityOf(member) }] : [];
    }),
    /** Makes a member's name known; gives the labels with it. */
    choose(member: MemberBrief): MentionLabels {
      setChosen(new Map([...chosen, [member.id, member]]));
      return addTo(labels, member);
    },
  };
}
