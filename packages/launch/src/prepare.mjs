import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { packagesFingerprint, sourcesFingerprint } from './fingerprint.mjs';
import { takeLock } from './lock.mjs';
import { ownFile, root } from './places.mjs';
import { Refusal, say } from './say.mjs';
import { endLeftStep, runStep } from './step.mjs';

const NOTES = join(root, 'node_modules', '.counterpart');
const BUILT = ['server/dist/main.js', 'web/dist/index.html'];
const WAIT_MS = 10 * 60_000;

/**
 * Makes the checkout ready: the right Node, packages installed, and (with `build`) everything built.
 * Does nothing, in a few milliseconds, when all of that holds already.
 */
export async function prepare({ build }) {
  checkNode();
  if (isInstalled() && (!build || isBuilt())) return;
  const release = await waitForTurn();
  try {
    endLeftStep();
    if (!isInstalled()) await install();
    if (build && !isBuilt()) await buildAll();
  } finally {
    release();
  }
}

/** @param {string} version for tests */
export function checkNode(version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const oldest = engines.node.replace('>=', '');
  const [major, minor] = version.split('.').map(Number);
  const [needMajor, needMinor] = oldest.split('.').map(Number);
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new Refusal(
    `Counterpart needs Node ${oldest} or newer, and this is Node ${version}. ` +
      'Install a newer one from https://nodejs.org, then start again.',
  );
}

async function waitForTurn() {
  const end = Date.now() + WAIT_MS;
  for (let told = false; ; told = true) {
    const lock = takeLock(ownFile('prepare.lock'));
    if (lock.release) return lock.release;
    if (!told) say(`Waiting for process ${lock.heldBy}, which is installing or building here …`);
    if (Date.now() > end) {
      throw new Refusal(
        `Process ${lock.heldBy} has been installing or building for too long. Stop it first.`,
      );
    }
    await delay(250);
  }
}

function isInstalled() {
  return note('installed') === packagesFingerprint();
}

/** Also one by hand is taken, which may have been cut short after the last file or made without scripts. */
async function install() {
  const mended = hasPackages() && (await mend()).code === 0;
  if (!mended) {
    await installPackages();
    await must(mend(), 'The database driver could not be mended', 'Mend what it names');
  }
  setNote('installed', packagesFingerprint());
}

/** npm writes this file after those of the packages, and then runs our own `postinstall`. */
function hasPackages() {
  const file = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(file)) return false;
  const have = JSON.parse(readFileSync(file, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') || link) return true;
    return have[path] ? have[path].version === version : optional === true;
  });
}

/** Does nothing where it was done before. */
function mend() {
  return runStep(process.execPath, [join(root, 'db', 'mend-postgres.mjs')]);
}

async function installPackages() {
  say('Installing packages; the first time this takes about a minute …');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  await must(
    runStep(program, [...first, ...args]),
    'npm could not install the packages',
    'Check the network and the free disk space',
  );
}

async function buildAll() {
  say('Building …');
  const before = sourcesFingerprint();
  rmSync(join(NOTES, 'built'), { force: true });
  const turbo = [
    join(root, 'node_modules', '.bin', 'turbo'),
    ['run', 'build', '--output-logs=errors-only'],
  ];
  const env = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_UI: 'false' };
  await must(runStep(...turbo, env), 'The build failed', 'Mend what it names');
  setNote('built', before);
}

async function must(step, failure, advice) {
  const { code, output } = await step;
  if (code === 0) return;
  const last = output.trim().split('\n').slice(-40).join('\n');
  throw new Refusal(
    `${last}\n\n${failure} (the last lines are above). ${advice}, then start again.`,
  );
}

function isBuilt() {
  return (
    BUILT.every((file) => existsSync(join(root, file))) && note('built') === sourcesFingerprint()
  );
}

function note(name) {
  const file = join(NOTES, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function setNote(name, text) {
  mkdirSync(NOTES, { recursive: true });
  writeFileSync(join(NOTES, name), text);
}
