import { limits } from '@counterpart/contract';
import { excerpt } from '@counterpart/text/excerpt';
import { fillMentions } from '@counterpart/text/mentions';

/** The beginning of stored html in plain text; whom it mentions is not told in lists and quotes. */
export function excerptOf(html: string): string {
  return excerpt(
    fillMentions(html, () => ({ text: '@…' })),
    limits.excerpt,
  );
}
