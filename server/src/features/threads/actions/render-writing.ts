import { isSeen } from '@counterpart/contract';
import { cleanText } from '@counterpart/text/direction';
import { plainText } from '@counterpart/text/excerpt';
import type { House } from '../../../platform/house.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { RenderedText } from '../../../platform/text/index.ts';

/** What somebody wrote, as it is stored; refused when nothing of it would be seen, however it is spelt. */
export async function renderWriting(
  house: House,
  written: string,
): Promise<{ body: string; rendered: RenderedText }> {
  const body = cleanText(written);
  const rendered = await house.text.render(body);
  if (!isSeen(plainText(rendered.html))) {
    throw new Refusal('invalid-request', { fields: [{ path: 'body', reason: 'text-empty' }] });
  }
  return { body, rendered };
}
