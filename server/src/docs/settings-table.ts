// The table of settings in docs/operating.md, made from server/src/settings.ts.
import { fileURLToPath } from 'node:url';
import { describeSettings } from '../config.ts';

/** The page that holds the table. */
export const settingsPage = fileURLToPath(new URL('../../../docs/operating.md', import.meta.url));

const begin = '<!-- settings: written by npm run docs:settings -->';
const end = '<!-- end of settings -->';

/** The page with the table as the settings are now. Refuses a page that has no place for it. */
export function withSettingsTable(page: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The page needs the lines ${begin} and ${end}.`);
  return `${page.slice(0, from)}${begin}\n\n${settingsTable()}\n\n${page.slice(to)}`;
}

function settingsTable(): string {
  const rows = describeSettings().map(({ name, type, fallback, meaning }) => [
    `\`${name}\``,
    fallback,
    meaning,
    type,
  ]);
  return [['setting', 'default', 'meaning', 'it must be'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
