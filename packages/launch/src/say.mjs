// What the launcher tells the person at the keyboard: short sentences, on one stream.

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** A reason to stop that the person can mend; printed without a stack. */
export class Refusal extends Error {}

/**
 * Runs the whole of a program and turns a refusal into a sentence and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function program(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    process.exit(1);
  }
}
