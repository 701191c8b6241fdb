import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** The only addresses that a link may have. */
export const SAFE_ADDRESS = /^(?:https?:\/\/[^/]|mailto:.)/i;

/** What every link says of itself: no credit, no opener. */
export const LINK_REL = 'nofollow noopener noreferrer';

function asText(token: Token, content: string): void {
  Object.assign(token, { type: 'text', tag: '', nesting: 0, attrs: null, content });
}

function textFor(state: StateCore, content: string): Token {
  const text = new state.Token('text', '', 0);
  text.content = content;
  return text;
}

/** A link without words shows its address. */
function nameLinks(state: StateCore): void {
  for (const token of state.tokens) {
    const { children } = token;
    const isNameless = (at: number) =>
      children?.[at]?.type === 'link_open' && children[at + 1]?.type === 'link_close';
    if (!children?.some((_, at) => isNameless(at))) continue;
    token.children = children.flatMap((child, at) =>
      isNameless(at) ? [child, textFor(state, String(child.attrGet('href')))] : [child],
    );
  }
}

/** A link without an address leads nowhere, and is shown as it was written. */
function showEmptyLinks({ tokens }: StateCore): void {
  for (const { children } of tokens) {
    const empty: boolean[] = [];
    for (const token of children ?? []) {
      if (token.type === 'link_open') {
        const isEmpty = !token.attrGet('href');
        empty.push(isEmpty);
        if (isEmpty) asText(token, '[');
      } else if (token.type === 'link_close' && empty.pop()) asText(token, ']()');
      else if (token.type === 'image' && !token.attrGet('src'))
        asText(token, `![${altText(token.children ?? [])}]()`);
    }
  }
}

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
  md.core.ruler.push('name-links', nameLinks);
  md.core.ruler.push('empty-links', showEmptyLinks);
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
  const text = textFor(state, altText(image.children ?? []) || href);
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
