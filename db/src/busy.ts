/** The database cannot answer in time now; the same request may succeed a little later (HTTP 503). */
export class BusyError extends Error {
  override name = 'BusyError';
  readonly retryAfterSeconds: number;

  constructor(reason: string, retryAfterSeconds = 2, options?: ErrorOptions) {
    super(reason, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const passing = new Set([
  '53300', // too many connections
  '53100', // disk full
  '55P03', // lock not available within lock_timeout
  '57014', // cancelled by statement_timeout
  '57P01', // terminated by an administrator
  '57P02',
  '57P03', // starting up or shutting down
  '58030', // input or output error
  '25P03', // idle in transaction for too long
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

const worthAnotherTry = new Set(['40001', '40P01']);

/** The SQLSTATE or connection code of an error, also when drizzle has wrapped it. */
export function databaseCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code: unknown = 'code' in at ? at.code : undefined;
    if (typeof code === 'string') return code;
  }
  return undefined;
}

export function isConflict(error: unknown): boolean {
  return worthAnotherTry.has(databaseCode(error) ?? '');
}

/** Turns a passing failure of the database into BusyError; gives any other error back as it is. */
export function asBusy(error: unknown): unknown {
  const code = databaseCode(error);
  return code !== undefined && (passing.has(code) || worthAnotherTry.has(code))
    ? new BusyError(`The database did not answer in time (${code}).`, 2, { cause: error })
    : error;
}

/** Whether a unique constraint of this name refused the row. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('constraint_name' in at && at.constraint_name === constraint) return true;
  }
  return false;
}
