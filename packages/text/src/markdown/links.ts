import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** The only addresses that a link may have. */
export const SAFE_ADDRESS = /^(?:https?:\/\/[^/]|mailto:.)/i;

/** What every link says of itself: no credit, no opener. */
export const LINK_REL = 'nofollow noopener noreferrer';

function setRel({ tokens }: StateCore): void {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type !== 'link_open') continue;
    const href = token.attrGet('href') ?? '';
    token.attrs = [
      ['href', href],
      ['rel', LINK_REL],
    ];
    // A bare address must not decide which way the sentence around it runs.
    if (token.info === 'auto') token.attrSet('dir', 'ltr');
  }
}

/** Links lead to http, https and mail addresses only, and give no credit and no opener. */
export function safeLinks(md: MarkdownIt): void {
  md.linkify.add('ftp:', null).add('//', null).set({ maxLength: 2000 });
  md.validateLink = (address) => SAFE_ADDRESS.test(address);
  // Shown as written: decoding would bring back the direction marks that were taken out.
  md.normalizeLinkText = (address) => address;
  md.core.ruler.push('link-rel', setRel);
}

function altText(tokens: Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'image') return altText(token.children ?? []);
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'mention' ? token.markup : token.content;
    })
    .join('');
}

function linkTo(state: StateCore, image: Token, inLink: boolean): Token[] {
  const href = String(image.attrGet('src'));
  const text = new state.Token('text', '', 0);
  text.content = altText(image.children ?? []) || href;
  if (inLink) return [text];
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [['href', href]];
  return [open, text, new state.Token('link_close', 'a', -1)];
}

function replaceImages(state: StateCore): void {
  for (const token of state.tokens) {
    if (!token.children?.some(({ type }) => type === 'image')) continue;
    let links = 0;
    token.children = token.children.flatMap((child) => {
      if (child.type === 'link_open') links += 1;
      if (child.type === 'link_close') links -= 1;
      return child.type === 'image' ? linkTo(state, child, links > 0) : [child];
    });
  }
}

/** No picture is loaded from elsewhere: an image becomes a link that carries its description. */
export function imagesToLinks(md: MarkdownIt): void {
  md.core.ruler.before('link-rel', 'images-to-links', replaceImages);
}
