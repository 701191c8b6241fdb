// One bundle to run: the workspaces' own sources become one file, packages from npm stay outside.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}server/dist`;

const packagesOf = (workspace) =>
  Object.keys(JSON.parse(readFileSync(`${root}${workspace}/package.json`, 'utf8')).dependencies);

const external = ['server', 'db', 'packages/contract', 'packages/text', 'packages/locale']
  .flatMap(packagesOf)
  .filter((name) => !name.startsWith('@counterpart/'))
  .flatMap((name) => [name, `${name}/*`]);

const entries = {
  main: 'server/src/main.ts',
  commands: 'server/src/commands.ts',
  'text-worker': 'server/src/platform/text/worker.ts',
};

rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(
    Object.entries(entries).filter(([, file]) => existsSync(root + file)),
  ),
  outdir: out,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  external,
  logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has said what is wrong
cpSync(`${root}db/migrations`, `${out}/migrations`, { recursive: true });
