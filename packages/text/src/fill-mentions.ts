import { escapeHtml } from './escape.ts';
import type { Mention, MentionKind } from './mention.ts';

/** What is shown for a mention; without `href` it is text only (someone who has left). */
export interface MentionName {
  text: string;
  href?: string | undefined;
}

const TOKEN = /<span data-mention="(member|institution):(\d{1,16})"><\/span>/g;

/** Whom stored html mentions, as often as it does. */
export function mentionsInHtml(html: string): Mention[] {
  return [...html.matchAll(TOKEN)].map(([, kind, digits]) => ({
    kind: kind === 'member' ? 'member' : 'institution',
    id: Number(digits),
  }));
}

/**
 * Puts names into stored html at view. `name` gives the name and address of a mention, or the
 * neutral words for one who may not be named; where it gives nothing, the mention is shown as it
 * was typed. Names and addresses are escaped here.
 */
export function fillMentions(
  html: string,
  name: (kind: MentionKind, id: number) => MentionName | undefined,
): string {
  return html.replace(TOKEN, (_token, kind: MentionKind, digits: string) => {
    const shown = name(kind, Number(digits)) ?? { text: `@${kind}:${digits}` };
    const mark = `class="mention" data-mention="${kind}:${digits}"`;
    const inner = `<bdi>${escapeHtml(shown.text)}</bdi>`;
    return shown.href === undefined
      ? `<span ${mark}>${inner}</span>`
      : `<a ${mark} href="${escapeHtml(shown.href)}">${inner}</a>`;
  });
}
