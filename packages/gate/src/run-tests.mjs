import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Runs projects of vitest.config.ts and counts their tests.
 * @param {string[]} projects
 * @returns {Promise<{ passed: number, failed: number, skipped: number, output: string }>}
 */
export async function runTests(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-gate-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { ok, output } = await runCommand('vitest', [
      ...args,
      ...projects.flatMap((name) => ['--project', name]),
    ]);
    return { ...count(report, ok), output };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(report, ok) {
  const told = read(report);
  const failed = told.numFailedTests ?? 0;
  return {
    passed: told.numPassedTests ?? 0,
    // A file that cannot be loaded, or an error outside every test, fails without a failed test.
    failed: ok ? failed : Math.max(1, failed),
    skipped: (told.numPendingTests ?? 0) + (told.numTodoTests ?? 0),
  };
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return {};
  }
}
