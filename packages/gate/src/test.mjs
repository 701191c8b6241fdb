// `npm test`: everything the project asks of a change, from a fresh clone, on two cores.
import { prepare } from '../../launch/src/prepare.mjs';
import { program, say } from '../../launch/src/say.mjs';
import { endAll } from './run-command.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

await program(async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      endAll(signal);
      process.exit(130);
    });
  }
  await prepare({ build: false });
  const { buildStep, productStep, staticSteps, testStep } = await import('./steps.mjs');
  const statics = [...staticSteps];
  await Promise.all([worker(statics), worker(statics)]);
  await run(testStep);
  if (await run(buildStep)) await run(productStep);
  else say(`  ${productStep.name}: not run, since there is no build`);
  const { passed, failed, skipped } = total;
  process.exitCode = failed === 0 ? 0 : 1;
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
});

async function worker(steps) {
  for (let step = steps.shift(); step; step = steps.shift()) await run(step);
}

/** Runs one step, says how it went, and shows what a failing one wrote. */
async function run({ name, run: work }) {
  const begin = performance.now();
  const { passed, failed, skipped, output, note } = await work();
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const counts = passed + failed + skipped > 1 ? `, ${passed} of ${passed + failed} passed` : '';
  if (failed > 0) say(`\n${output.trimEnd()}\n`);
  say(`${failed > 0 ? '✗' : '✓'} ${name} ${seconds} s${counts}${note ? ` (${note})` : ''}`);
  return failed === 0;
}
