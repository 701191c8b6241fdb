import { tables } from '@joplin/turndown-plugin-gfm';
import sanitizeHtml from 'sanitize-html';
import Turndown from 'turndown';
import { SAFE_ADDRESS } from './markdown/links.ts';

/** Elements whose content is no text of the one who wrote. */
const SILENT = ['script', 'style', 'title', 'head', 'template', 'noscript', 'iframe', 'object'];

// Beside what turndown escapes: "#" at the end of a heading would close it, "1) " begins a list, "&lt;" would be decoded, "@member:1" would name
// somebody, and "~~" would strike out.
const MORE_ESCAPES: [RegExp, string][] = [
  [/^(\s*)(#+)$/gm, '$1\\$2'],
  [/([ \t])(#+)$/gm, '$1\\$2'],
  [/^(\s*\d+)([.)])(?!\S)/gm, '$1\\$2'],
  [/^(\s*)([-+])(?!\S)/gm, '$1\\$2'],
  [/&(?=#?\w+;)/g, '\\&'],
  [/@(?=(?:member|institution):)/g, '\\@'],
  // One that is escaped already stands behind an odd number of backslashes.
  [/(?<!(?<!\\)(?:\\\\)*\\)(?:~(?=\\?~)|(?<=~)~)/g, '\\~'],
];

/** What is used here of a node of the document; the types of browsers are not at hand. */
interface Part {
  nodeName: string;
  textContent: string | null;
  firstChild: Part | null;
  parentNode: Part | null;
  previousSibling: Part | null;
  nextSibling: Part | null;
  getAttribute?(name: string): string | null;
}

function attributeOf(node: Part, name: string): string {
  return node.getAttribute?.(name)?.trim() ?? '';
}

function addressOf(node: Part, attribute: string): string | null {
  const address = attributeOf(node, attribute);
  return SAFE_ADDRESS.test(address) ? encodeURI(decodeSafely(address)) : null;
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function link(text: string, address: string): string {
  const target = address.replaceAll(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `[${text}](${target})`;
}

function isInLink(node: Part): boolean {
  for (let at = node.parentNode; at; at = at.parentNode) if (at.nodeName === 'A') return true;
  return false;
}

const BLOCK =
  /^(?:P|DIV|LI|UL|OL|DL|DT|DD|BLOCKQUOTE|PRE|H[1-6]|T[DHR]|TABLE|TBODY|THEAD|HR|BR|SECTION|ARTICLE|BODY)$/;

/** What stands beside a node within its block, also beside the elements it begins or ends. */
function beside(node: Part, side: 'previousSibling' | 'nextSibling'): string {
  let at: Part | null = node;
  while (at && !at[side] && !BLOCK.test(at.nodeName)) at = at.parentNode;
  const found = at && !BLOCK.test(at.nodeName) ? at[side] : null;
  return found && !BLOCK.test(found.nodeName) ? (found.textContent ?? '') : '';
}

/** A sign beside emphasis that begins or ends with a sign: CommonMark would show the stars. */
function isReadAsEmphasis(content: string, node: Part): boolean {
  const letter = /[\p{L}\p{N}]/u;
  const before = beside(node, 'previousSibling').at(-1) ?? ' ';
  const after = beside(node, 'nextSibling').at(0) ?? ' ';
  const startsWell = letter.test(content.at(0) ?? '') || !letter.test(before);
  const endsWell = letter.test(content.at(-1) ?? '') || !letter.test(after);
  return startsWell && endsWell;
}

function emphasis(mark: string): Turndown.ReplacementFunction {
  return (content, node: Part) => {
    const inner = content.trim();
    return inner !== '' && !inner.includes('\n') && isReadAsEmphasis(inner, node)
      ? mark + inner + mark
      : content;
  };
}

/** Markdown has no raised or lowered signs; joined to what stands before, `10` and `6` would be another number. */
const raised: Turndown.ReplacementFunction = (content, node: Part) => {
  const mark = node.nodeName === 'SUP' ? '^' : '\\_';
  return content.trim() === '' ? content : `${mark}${content.trim()}`;
};

function addRules(turndown: Turndown): Turndown {
  return turndown
    .remove(SILENT as Turndown.TagName[])
    .addRule('link', {
      filter: 'a',
      replacement(content, node: Part) {
        const address = addressOf(node, 'href');
        const text = content.trim();
        return address === null || text === '' ? content : link(text, address);
      },
    })
    .addRule('picture', {
      filter: 'img',
      replacement(_content, node: Part) {
        const address = addressOf(node, 'src');
        const alt = turndown.escape(attributeOf(node, 'alt'));
        if (address === null || isInLink(node)) return alt;
        return link(alt || turndown.escape(address), address);
      },
    })
    .addRule('emphasis', { filter: ['em', 'i'], replacement: emphasis('*') })
    .addRule('strong', { filter: ['strong', 'b'], replacement: emphasis('**') })
    .addRule('struck', { filter: ['del', 's'], replacement: emphasis('~~') })
    .addRule('raised', { filter: ['sup', 'sub'] as Turndown.TagName[], replacement: raised })
    .addRule('preformatted', {
      filter: (node: Part) => node.nodeName === 'PRE' && node.firstChild?.nodeName !== 'CODE',
      replacement(_content, node: Part) {
        const code = (node.textContent ?? '').replace(/^\n|\n$/g, '');
        const runs: string[] = code.match(/`+/g) ?? [];
        const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
        return `\n\n${fence}\n${code}\n${fence}\n\n`;
      },
    });
}

let converter: Turndown | undefined;

function turndown(): Turndown {
  if (converter) return converter;
  const made = new Turndown({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
    br: '',
  });
  made.use(tables);
  const escapeMarkdown = made.escape.bind(made);
  made.escape = (text) =>
    MORE_ESCAPES.reduce((so, [sign, to]) => so.replace(sign, to), escapeMarkdown(text));
  converter = addRules(made);
  return converter;
}

/** Deeper than any person's text; a converter would take minutes over what a machine nests. */
const deepest = 200;

function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/gi)) {
    if (/^<(?:br|hr|img|input|link|meta|wbr|col)\b|\/>$/i.test(tag)) continue;
    depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
    if (depth > deepest) return true;
  }
  return false;
}

/** The words alone, for html that no converter gets through. */
function wordsOf(html: string): string {
  const text = sanitizeHtml(html.replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n'), {
    allowedTags: [],
    allowedAttributes: {},
    nonTextTags: SILENT,
  });
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/**
 * Html from elsewhere (an archive, a mail) as Markdown that shows the same words. Scripts, styles
 * and addresses that a post may not have are left out; pictures become links. Server only.
 */
export function markdownFromHtml(html: string): string {
  if (isTooDeep(html)) return wordsOf(html);
  return turndown()
    .turndown(html)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
