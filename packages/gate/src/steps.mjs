import { prepare } from '../../launch/src/prepare.mjs';
import { judgeAll } from './import-rules.mjs';
import { runCommand } from './run-command.mjs';
import { runTests } from './run-tests.mjs';
import { measure } from './sizes.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, output: string, note?: string }} Result
 * @typedef {{ name: string, run: () => Promise<Result> }} Step
 */

const command = (name, program, args, env) => ({
  name,
  run: async () => verdict(await runCommand(program, args, env)),
});

/** @type {Step[]} what needs neither a build nor a database */
export const staticSteps = [
  command('types', 'tsc', ['-b']),
  command('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  command('format', 'biome', ['check', '--error-on-warnings', '.']),
  command('styles', 'stylelint', ['--allow-empty-input', 'web/src/**/*.css']),
  { name: 'import rules', run: () => check(judgeAll) },
  {
    name: 'sizes',
    run: async () => {
      const { tooLong, summary } = measure();
      return { ...(await check(() => tooLong)), note: summary };
    },
  },
];

/** @type {Step} */
export const buildStep = {
  name: 'build',
  run: async () => {
    const failure = await prepare({ build: true }).then(
      () => '',
      (error) => error.message,
    );
    return verdict({ ok: failure === '', output: failure });
  },
};

/** @type {Step} */
export const testStep = {
  name: 'unit and integration tests',
  run: () => runTests(['packages', 'server', 'web']),
};

/** @type {Step} what runs the built product */
export const productStep = {
  name: 'start and browser tests',
  run: () => runTests(['start', 'browser']),
};

function check(broken) {
  const lines = broken();
  return Promise.resolve(verdict({ ok: lines.length === 0, output: lines.join('\n') }));
}

function verdict({ ok, output }) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
}
