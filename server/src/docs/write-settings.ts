// `npm run docs:settings`: writes the table of settings into docs/operating.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { settingsPage, withSettingsTable } from './settings-table.ts';

writeFileSync(settingsPage, withSettingsTable(readFileSync(settingsPage, 'utf8')));
