// From a clone that only its owner may enter to a running server, and back again after every kind of end.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneCheckout, unmend } from './testing/clone.mjs';
import { freePort, Running } from './testing/running.mjs';

const READY = 'Counterpart is ready at';

let clone;
let port;
const started = [];

beforeAll(async () => {
  clone = cloneCheckout();
  port = await freePort();
});

afterAll(async () => {
  for (const running of started) {
    if (running.child.exitCode === null) running.child.kill('SIGINT');
    await running.ended;
  }
  clone.remove();
});

function start(env = {}) {
  const running = new Running(clone.folder, { PORT: String(port), ...env });
  started.push(running);
  return running;
}

async function ready() {
  const running = start();
  await running.said(READY);
  return running;
}

async function isLive() {
  const reply = await fetch(`http://127.0.0.1:${port}/health/live`);
  return reply.status === 200;
}

function postmaster() {
  const folder =
    process.getuid() === 0
      ? readFileSync(join(clone.folder, '.data/location'), 'utf8').trim()
      : join(clone.folder, '.data');
  const file = join(folder, 'cluster/data/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

test('it starts, refuses a second start with one sentence, stops cleanly, and starts again', async () => {
  const first = await ready();
  expect(await isLive()).toBe(true);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output.trim().split('\n')).toHaveLength(1);
  expect(second.output).toContain(
    `already running from this folder, as process ${first.child.pid}`,
  );
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(postmaster()).toBeUndefined();
  const again = await ready();
  expect(await isLive()).toBe(true);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
});

test('the next start picks up after the launcher, everything, or everything and PostgreSQL was killed', async () => {
  const first = await ready();
  first.child.kill('SIGKILL');
  const second = await ready();
  const kept = postmaster();
  await second.killAll();
  const third = await ready();
  expect(postmaster()).toBe(kept);
  process.kill(kept, 'SIGKILL');
  await third.killAll();
  const fourth = await ready();
  expect(await isLive()).toBe(true);
  fourth.child.kill('SIGINT');
  expect(await fourth.ended).toBe(0);
});

test('a start killed while it builds is picked up by the next, which builds again', async () => {
  rmSync(join(clone.folder, 'node_modules/.counterpart/built'), { force: true });
  const begun = start();
  await begun.said('Building');
  await begun.killAll();
  const running = await ready();
  expect(running.output).toContain('Building');
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
});

test('packages from an npm that was killed before its last script are made whole, without npm', async () => {
  unmend(clone.folder);
  const running = await ready();
  expect(running.output).not.toContain('Installing');
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
});

test.runIf(process.getuid() === 0)(
  'a checkout that belongs to somebody else is refused with a sentence, not a stack',
  async () => {
    const home = dirname(clone.folder);
    chmodSync(home, 0o755);
    const uid = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
    const running = new Running(clone.folder, { PORT: String(port) }, { uid });
    expect(await running.ended).toBe(1);
    expect(running.output.trim().split('\n')).toHaveLength(1);
    expect(running.output).toContain(`This user may not write ${clone.folder}/.data`);
    expect(running.output).toContain(
      'belongs to root. Start as that user, or take the folder over',
    );
    chmodSync(home, 0o700);
  },
);

test('a link for an admin is not made in the demo network, and makes none', async () => {
  const command = async (env) => {
    const args = ['run.mjs', 'admin:create', '--email', 'you@example.org'];
    const running = new Running(clone.folder, env, { args });
    return { code: await running.ended, output: running.output };
  };
  const demo = await command({});
  expect(demo.output).toMatch(/^In the embedded database in .+ is a demo network, /);
  expect(demo.code).toBe(2);
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-admin-'));
  chmodSync(folder, 0o755);
  const none = await command({ DATA_DIR: folder });
  expect(none.output).toContain(`There is no network in the embedded database in ${folder} yet.`);
  expect(none.code).toBe(2);
  // It would be refused if the first had made a demo network of it.
  const live = await command({ DATA_DIR: folder, MODE: 'live' });
  expect(live.output).toContain(`in the live network in the embedded database in ${folder}.`);
  expect(live.code).toBe(0);
  rmSync(folder, { recursive: true });
});

test('a wrong setting, a database nobody serves and a taken port each stop it with a sentence', async () => {
  const wrong = start({ PORT: 'three' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.output).toBe(
    'PORT is wrong: "three" was found, and it must be a whole number from 1 to 65535.\n',
  );
  const nobody = start({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/house' });
  expect(await nobody.ended).toBe(1);
  expect(nobody.output).toContain('The database server at 127.0.0.1:1 cannot be reached');
  expect(nobody.output).not.toContain('secret');
  const other = createServer();
  await new Promise((resolve) => other.listen(port, '127.0.0.1', resolve));
  const taken = start();
  expect(await taken.ended).toBe(1);
  expect(taken.output).toContain(`The port ${port} is already taken.`);
  await new Promise((resolve) => other.close(resolve));
});
