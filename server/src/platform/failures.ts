import type { FastifyBaseLogger } from 'fastify';

/** Where failures go that no request waits for: to the log, and before there is one to stderr. */
export function createFailures() {
  let log: FastifyBaseLogger | undefined;
  return {
    reportTo(logger: FastifyBaseLogger): void {
      log = logger;
    },
    report(error: unknown): void {
      if (log !== undefined) log.error(error);
      else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    },
  };
}
