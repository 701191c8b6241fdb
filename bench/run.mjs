// `npm run bench -- <measure …>`: builds when needed, then measures on two cores, however many there are.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { prepare } from '../packages/launch/src/prepare.mjs';
import { program } from '../packages/launch/src/say.mjs';

const main = fileURLToPath(new URL('src/main.ts', import.meta.url));

await program(async () => {
  await prepare({ build: true });
  const node = [process.execPath, '--import', 'tsx', main, ...process.argv.slice(2)];
  const narrow = process.platform === 'linux' && availableParallelism() > 2;
  const [command, ...args] = narrow ? ['taskset', '-c', '0,1', ...node] : node;
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 1;
});
