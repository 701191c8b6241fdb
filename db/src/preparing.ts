import type { Sql, TransactionSql } from 'postgres';

/** A connection keeps what is prepared until it ends, so rare and long statements are not. */
const mostStatements = 300;
const longest = 3_000;

type Unsafe = Sql['unsafe'];

/**
 * Has a client for drizzle prepare what it sends. drizzle sends every statement as if it were new: it is
 * parsed and planned each time, and takes two trips, since its parameters are asked for first.
 */
export function preparing(client: Sql): Sql {
  const known = new Set<string>();

  function isWorthIt(text: string): boolean {
    if (known.has(text)) return true;
    if (known.size >= mostStatements || text.length > longest) return false;
    known.add(text);
    return true;
  }

  function wrap<Client extends Sql | TransactionSql>(one: Client): Client {
    const unsafe: Unsafe = one.unsafe;
    return Object.assign(one, {
      // Sent as it is called, so that statements go in the order of their calls, waited for or not.
      unsafe: ((text, params, options) =>
        unsafe(text, params, { ...options, prepare: isWorthIt(text) }).execute()) as Unsafe,
    });
  }

  const begin = client.begin as (work: (tx: TransactionSql) => unknown) => unknown;
  return Object.assign(wrap(client), {
    begin: (work: (tx: TransactionSql) => unknown) => begin((tx) => work(wrap(tx))),
  });
}
