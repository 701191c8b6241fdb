import sanitizeHtml from 'sanitize-html';
import { LINK_REL, SAFE_ADDRESS } from './markdown/links.ts';

/** The attributes of one element, each with the only form that its whole value may have. */
type Forms = Record<string, RegExp>;

const DIR: Forms = { dir: /^(?:auto|ltr|rtl)$/ };
const LTR: Forms = { dir: /^ltr$/ };
// The renderer writes spaces and quotes in an address as %20 and %22.
const ADDRESS = new RegExp(`^(?=[^\\s"<>]*$)${SAFE_ADDRESS.source}`, 'i');
const CELL: Forms = { class: /^cell-(?:center|end)$/, ...DIR };

const ELEMENTS: Record<string, Forms> = {
  p: DIR,
  h3: DIR,
  h4: DIR,
  h5: DIR,
  h6: DIR,
  blockquote: DIR,
  ul: DIR,
  ol: { start: /^\d{1,9}$/, ...DIR },
  li: DIR,
  div: { class: /^table-scroll$/, tabindex: /^0$/ },
  table: DIR,
  thead: {},
  tbody: {},
  tr: {},
  th: CELL,
  td: CELL,
  pre: LTR,
  code: LTR,
  em: {},
  strong: {},
  s: {},
  br: {},
  hr: {},
  a: { href: ADDRESS, rel: new RegExp(`^${LINK_REL}$`), ...LTR },
  span: { 'data-mention': /^(?:member|institution):[1-9]\d{0,15}$/ },
};

const keepKnown: sanitizeHtml.Transformer = (tagName, attribs) => {
  const forms = ELEMENTS[tagName] ?? {};
  const kept = Object.entries(attribs).filter(([name, value]) => forms[name]?.test(value));
  return { tagName, attribs: Object.fromEntries(kept) };
};

/** Every link gives no credit and no opener, whoever wrote it. */
const setRel: sanitizeHtml.Transformer = (tagName, { href, ...rest }) => ({
  tagName,
  attribs: { ...(href !== undefined && { href }), ...rest, rel: LINK_REL },
});

const options: sanitizeHtml.IOptions = {
  allowedTags: Object.keys(ELEMENTS),
  allowedAttributes: Object.fromEntries(
    Object.entries(ELEMENTS).map(([name, forms]) => [name, Object.keys(forms)]),
  ),
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  // The renderer stays at 20 or below; this bounds html from anywhere else.
  nestingLimit: 32,
  transformTags: { a: setRel, '*': keepKnown },
};

/** Lets through exactly what `renderMarkdown` makes and nothing else. Server only. */
export function sanitizePost(html: string): string {
  return sanitizeHtml(html, options);
}
