// When an answer that is kept must be asked for again, and how: docs/events.md
import {
  hashKey,
  partialMatchKey,
  type QueryClient,
  type QueryKey,
  type QueryState,
  type Updater,
} from '@tanstack/react-query';
import { catchingUp } from './catching-up.ts';

/** Readers of one thread hear of a change at the same moment; they ask spread over this time. */
const spread = { least: 150, most: 400 };
const longestMs = 20_000;
const mostRemembered = 500;

/** Whatever is loaded under `key` must have seen the log up to `seq`. */
interface Need {
  key: QueryKey;
  seq: number;
  /** Answers in a row that were older. */
  misses: number;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

const clients = new WeakMap<QueryClient, Map<string, Need>>();

function asOfIn(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return 'asOf' in value && typeof value.asOf === 'number' ? value.asOf : undefined;
}

/** How far an answer had seen the log; of a list read in pages, its oldest page. */
export function asOfOf(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('pages' in data)) return asOfIn(data);
  if (!Array.isArray(data.pages)) return undefined;
  const known = data.pages.map(asOfIn).filter((asOf) => asOf !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** Of a list that was read on, only the part that was read now; the others have been kept current. */
function asOfNow({ data, fetchMeta }: Pick<QueryState, 'data' | 'fetchMeta'>) {
  const direction = fetchMeta?.fetchMore?.direction;
  const isPages = typeof data === 'object' && data !== null && 'pages' in data;
  if (!direction || !isPages || !Array.isArray(data.pages)) return asOfOf(data);
  return asOfIn(data.pages.at(direction === 'forward' ? -1 : 0));
}

function delayOf({ misses }: Need): number {
  const jitter = spread.least + Math.random() * (spread.most - spread.least);
  return Math.min(longestMs, jitter * 2 ** misses);
}

function ask(client: QueryClient, need: Need): void {
  // Many in a row are merged into one question; it asks for the highest number of all.
  if (need.timer !== undefined) return;
  const done = catchingUp.begin();
  need.timer = setTimeout(() => {
    need.timer = undefined;
    // What is under way goes on: it is compared when it arrives, and cutting it off could go on for ever.
    const question = client.invalidateQueries({ queryKey: need.key }, { cancelRefetch: false });
    void question.finally(done);
  }, delayOf(need));
}

/** TanStack Query drops an invalidation that arrives during a first load, so each load is compared. */
function compareLoads(client: QueryClient, needs: Map<string, Need>): void {
  client.getQueryCache().subscribe((change) => {
    if (change.type !== 'updated' || change.action.type !== 'success' || change.action.manual)
      return;
    const { queryKey, queryHash, state } = change.query;
    const concerned = [...needs.values()].filter(({ key }) => partialMatchKey(queryKey, key));
    const seq = Math.max(...concerned.map((need) => need.seq));
    const asOf = asOfNow(state);
    const own = needs.get(queryHash);
    if (asOf === undefined || asOf >= seq) {
      if (own) own.misses = 0;
      return;
    }
    const need = expectAsOf(client, queryKey, seq);
    need.misses += 1;
    ask(client, need);
  });
}

function needsOf(client: QueryClient): Map<string, Need> {
  const known = clients.get(client);
  if (known) return known;
  const needs = new Map<string, Need>();
  clients.set(client, needs);
  compareLoads(client, needs);
  return needs;
}

/**
 * Notes that answers under `key` (a whole key or its beginning) must have seen the log up to `seq`.
 * A load that arrives later and has not is asked again.
 */
export function expectAsOf(client: QueryClient, key: QueryKey, seq: number): Need {
  const needs = needsOf(client);
  const name = hashKey(key);
  const need = needs.get(name) ?? { key, seq, misses: 0 };
  need.seq = Math.max(need.seq, seq);
  needs.delete(name);
  needs.set(name, need);
  const [oldest] = needs.keys();
  if (needs.size > mostRemembered && oldest !== undefined) needs.delete(oldest);
  return need;
}

/** Asks again for all that is kept under `key`, merged and spread; `seq` is the event that made it old. */
export function askAgain(client: QueryClient, key: QueryKey, seq: number): void {
  ask(client, expectAsOf(client, key, seq));
}

/** Writes an event into all answers kept under `key`; one that was under way is asked again. */
export function applyEvent<Data>(
  client: QueryClient,
  key: QueryKey,
  seq: number,
  update: Updater<Data | undefined, Data | undefined>,
): void {
  expectAsOf(client, key, seq);
  client.setQueriesData<Data>({ queryKey: key }, update);
}
