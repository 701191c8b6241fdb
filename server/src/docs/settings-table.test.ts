import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeSettings } from '../config.ts';
import { settingsPage, withSettingsTable } from './settings-table.ts';

const page = () => readFileSync(settingsPage, 'utf8');

test('docs/operating.md shows the settings as they are: npm run docs:settings', () => {
  expect(page()).toBe(withSettingsTable(page()));
});

test('each setting has one row, whatever stood there before', () => {
  const old = page().replace(/\| `PORT` .*\n/, '| `GONE` | 1 | old | old |\n');
  const rows = withSettingsTable(old).match(/^\| `[A-Z_]+` .*$/gm) ?? [];
  expect(rows.map((row) => /`([A-Z_]+)`/.exec(row)?.[1])).toEqual(
    describeSettings().map(({ name }) => name),
  );
});

test('a page without a place for the table is refused', () => {
  expect(() => withSettingsTable('# Operating')).toThrow('<!-- end of settings -->');
});
