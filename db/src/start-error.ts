/** A reason not to start, told in sentences that say what to do. Printed without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
