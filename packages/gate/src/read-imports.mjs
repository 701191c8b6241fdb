/**
 * @typedef {{ from: string, typeOnly: boolean, line: number }} Import
 */

const STATEMENT = /^[ \t]*(?:import|export)\b([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/gm;
const BARE = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g;

/**
 * The imports of one source file. The formatter puts each statement at the start of a line, so patterns
 * suffice and no compiler is needed.
 * @param {string} source
 * @returns {Import[]}
 */
export function readImports(source) {
  const text = withoutComments(source);
  const found = [];
  const add = (match, from, typeOnly) =>
    found.push({ from, typeOnly, line: text.slice(0, match.index).split('\n').length });
  for (const match of text.matchAll(STATEMENT)) add(match, match[2], /^\s+type\b/.test(match[1]));
  for (const match of text.matchAll(BARE)) add(match, match[1], false);
  for (const match of text.matchAll(DYNAMIC)) add(match, match[1], false);
  return found;
}

/** Whole comment lines and blocks at the start of a line; lines are kept, so that numbers stay right. */
function withoutComments(source) {
  return source
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/^[ \t]*\/\/.*$/gm, '');
}
