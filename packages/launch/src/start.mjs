// `npm start`: from whatever state the checkout is in to a running server, in the foreground.

import { setTimeout as delay } from 'node:timers/promises';
import { takeLock } from './lock.mjs';
import { ownFile } from './places.mjs';
import { checkNode, prepare } from './prepare.mjs';
import { program, Refusal } from './say.mjs';
import { serve } from './serve.mjs';

await program(async () => {
  checkNode();
  const lock = await takeLockSoon();
  if (!lock.release) {
    throw new Refusal(
      `Counterpart is already running from this folder, as process ${lock.heldBy}. ` +
        `Use that one, or stop it first (Ctrl-C where it runs, or "kill ${lock.heldBy}").`,
    );
  }
  process.once('exit', lock.release);
  await prepare({ build: true });
  process.exitCode = await serve();
});

/** One that was just told to stop, or whose npm was killed, is given two seconds. */
async function takeLockSoon() {
  for (let tries = 0; ; tries += 1) {
    const lock = takeLock(ownFile('start.lock'));
    if (lock.release || tries === 20) return lock;
    await delay(100);
  }
}
