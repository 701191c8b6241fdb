// `npm run dev`: the server from its sources and the pages from vite, both starting again on every change.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { program, say } from './say.mjs';

const PAGES = 'http://localhost:5173';
/** Where vite finds the server. */
const API = `http://localhost:${process.env.PORT || 3000}`;

await program(async () => {
  await prepare({ build: false });
  say(`Pages, with changes at once: ${PAGES}`);
  const children = [
    run('server', 'tsx', ['watch', '--clear-screen=false', 'src/main.ts']),
    run('web', 'vite', ['--port', '5173', '--strictPort']),
  ];
  let stopping = false;
  const stop = () => {
    // Told twice, tsx ends the server without letting it close the database.
    if (!stopping) children.forEach((child) => child.kill('SIGTERM'));
    stopping = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // One without the other is of no use.
  for (const child of children) child.once('exit', stop);
});

function run(workspace, name, args) {
  return spawn(join(root, 'node_modules', '.bin', name), args, {
    cwd: join(root, workspace),
    env: { PUBLIC_URL: PAGES, API_ORIGIN: API, ...process.env },
    stdio: 'inherit',
  });
}
