import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../testing/command.ts';

it.each([
  [[], 'No folder is named.\nSay where the archive goes'],
  [['one', 'two'], 'There is more than one folder: two.\nSay where the archive goes'],
  [['one', '--include-secrets'], "Unknown option '--include-secrets'"],
  [['one', '--include-private=yes'], "'--include-private' does not take an argument"],
])(
  'an export says what is missing or wrong: %j',
  async (args, sentence) => {
    const folder = await mkdtemp(join(tmpdir(), 'counterpart-test-export-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { code, output } = await runCommand(
      'postgres://nowhere.invalid/x',
      'archive:export',
      ...args,
    );
    expect(output).toContain(sentence);
    expect(output).toContain('npm run archive:export -- <folder>');
    expect(code).toBe(2);
  },
  30_000,
);
