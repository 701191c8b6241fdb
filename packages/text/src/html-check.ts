// For tests: a reader of html that shares nothing with the renderer or the sanitiser.

const DIR = / dir="(?:auto|ltr|rtl)"/;
const HREF = / href="(?:https?:\/\/[^/"<>\s][^"<>\s]*|mailto:[^"<>\s]+)"/i;
const REL = / rel="nofollow noopener noreferrer"/;
const CELL = [/ class="cell-(?:center|end)"/, DIR];

const ALLOWED: Record<string, RegExp[]> = {
  p: [DIR],
  h3: [DIR],
  h4: [DIR],
  h5: [DIR],
  h6: [DIR],
  blockquote: [DIR],
  ul: [DIR],
  ol: [/ start="\d{1,9}"/, DIR],
  li: [DIR],
  div: [/ class="table-scroll"/, / tabindex="0"/],
  table: [DIR],
  thead: [],
  tbody: [],
  tr: [],
  th: CELL,
  td: CELL,
  pre: [/ dir="ltr"/],
  code: [/ dir="ltr"/],
  em: [],
  strong: [],
  s: [],
  a: [HREF, REL, / dir="ltr"/],
  span: [/ data-mention="(?:member|institution):[1-9]\d{0,15}"/],
};

const VOID = new Set(['<br />', '<hr />']);

function openTagProblem(tag: string): string | null {
  const [, name = '', rest = ''] = /^<([a-z0-9]+)(.*)>$/s.exec(tag) ?? [];
  const forms = ALLOWED[name];
  if (!forms) return `tag ${tag}`;
  const left = forms.reduce((text, form) => text.replace(form, ''), rest);
  return left === '' ? null : `attribute ${left} in ${tag}`;
}

/** What is wrong with a post's html: a tag, an attribute, a stray sign, the nesting; else null. */
export function htmlProblem(html: string): string | null {
  const open: string[] = [];
  for (const [piece] of html.matchAll(/<[^<>]*>|[<>]|[^<>]+/g)) {
    if (piece === '<' || piece === '>') return `stray ${piece} in ${html}`;
    if (!piece.startsWith('<') || VOID.has(piece)) continue;
    if (piece.startsWith('</')) {
      if (open.pop() !== piece.slice(2, -1)) return `unbalanced ${piece}`;
      continue;
    }
    const problem = openTagProblem(piece);
    if (problem) return problem;
    open.push(/^<([a-z0-9]+)/.exec(piece)?.[1] ?? '');
    if (open.length > 20) return 'nested too deep';
  }
  return open.length > 0 ? `never closed: ${open.join()}` : null;
}
