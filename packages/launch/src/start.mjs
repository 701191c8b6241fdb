// `npm start`: from whatever state the checkout is in to a running server, in the foreground.

import { takeLock } from './lock.mjs';
import { ownFile } from './places.mjs';
import { prepare } from './prepare.mjs';
import { program, Refusal } from './say.mjs';
import { serve } from './serve.mjs';

await program(async () => {
  const lock = takeLock(ownFile('start.lock'));
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
