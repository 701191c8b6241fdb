import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Network, setPostgres } from './network.ts';

const mark = '@@statement@@';

/** A statement as PostgreSQL received it. */
export interface Statement {
  text: string;
  params: (string | null)[];
}

function readFrom(file: string, start: number): string {
  const length = statSync(file).size - start;
  const bytes = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, length, start);
  } finally {
    closeSync(handle);
  }
  return bytes.toString();
}

/** `Parameters: $1 = 'it''s', $2 = NULL` */
function readParams(line: string): (string | null)[] {
  return [...line.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(([, value]) =>
    value === undefined ? null : value.replaceAll("''", "'"),
  );
}

function readStatements(log: string): Statement[] {
  const found: Statement[] = [];
  for (const entry of log.split(mark)) {
    const [, said] = /^LOG: +(?:execute [^:]*|statement): ([\s\S]*)$/.exec(entry) ?? [];
    const [, told] = /^DETAIL: +Parameters: ([\s\S]*)$/.exec(entry) ?? [];
    if (said !== undefined) found.push({ text: said.trim(), params: [] });
    const last = found.at(-1);
    if (told !== undefined && last !== undefined) last.params = readParams(told);
  }
  return found;
}

/** Runs some work and gives the statements that serving connections sent meanwhile, in their order. */
export async function statementsOf(
  network: Network,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  await setPostgres(network, { log_line_prefix: mark, log_statement: 'all' });
  const start = statSync(network.logFile).size;
  await work();
  await delay(200);
  const log = readFrom(network.logFile, start);
  await setPostgres(network, {});
  return readStatements(log);
}

const ofTheHouse = /number_events|^(un)?listen|from event |log_head|graphile_worker|from session/i;

/** Without those that the house sends by itself, whatever is asked of it. */
export function ofRequests(statements: readonly Statement[]): Statement[] {
  return statements.filter(({ text }) => !ofTheHouse.test(text));
}
