import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { isProblem } from '../problem.ts';
import type { KeptShelf, ThreadAnswer } from './shelf.ts';

const routeName = 'GET /api/threads/:id';

let opening: Promise<KeptShelf | undefined> = Promise.resolve(undefined);

async function openShelf(member: number): Promise<KeptShelf | undefined> {
  try {
    const [{ openKeptStore }, { createKeptShelf }] = await Promise.all([
      import('./database.ts'),
      import('./shelf.ts'),
    ]);
    const shelf = createKeptShelf(await openKeptStore(), member, Date.now);
    // What was kept for somebody else goes now.
    await shelf.trim();
    return shelf;
  } catch {
    // A browser that keeps nothing, or no network to load the code: then nothing is kept.
    return undefined;
  }
}

function threadIn(key: QueryKey): number | undefined {
  const [name, input] = key;
  if (name !== routeName || typeof input !== 'object' || input === null) return undefined;
  if (!('params' in input) || typeof input.params !== 'object' || input.params === null)
    return undefined;
  return 'id' in input.params && typeof input.params.id === 'number' ? input.params.id : undefined;
}

/** Answers that came from here are not newer for it. */
const given = new WeakSet<object>();
/** Live events change an answer often; it is kept once they pause. */
const pauseMs = 1_000;

/** Keeps the threads that this member reads from now on; gives a way to stop. */
export function startKeeping(client: QueryClient, member: number): () => void {
  const cache = client.getQueryCache();
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();
  opening = openShelf(member);

  function keep(id: number, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null || given.has(answer)) return;
    clearTimeout(waiting.get(id));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept under the key of this route
    const run = () => void opening.then((shelf) => shelf?.keep(answer as ThreadAnswer));
    waiting.set(id, setTimeout(run, pauseMs));
  }

  function look({ queryKey, state }: Query): void {
    const id = threadIn(queryKey);
    if (id === undefined) return;
    if (isProblem(state.error, 'not-found')) void opening.then((shelf) => shelf?.forget(id));
    else if (state.status === 'success') keep(id, state.data);
  }

  for (const query of cache.getAll()) look(query);
  const stop = cache.subscribe((change) => {
    if (change.type !== 'updated') return;
    if (change.action.type === 'success' || change.action.type === 'error') look(change.query);
  });
  return () => {
    stop();
    for (const timer of waiting.values()) clearTimeout(timer);
  };
}

/** What is kept for a question that nobody answers; undefined for nothing. */
export async function keptAnswer(key: QueryKey): Promise<ThreadAnswer | undefined> {
  const id = threadIn(key);
  if (id === undefined) return undefined;
  const answer = await (await opening)?.find(id).catch(() => undefined);
  if (answer) given.add(answer);
  return answer;
}

/** The threads that can be read without a network, newest first. */
export async function keptThreads(): Promise<ThreadAnswer['thread'][]> {
  return (await opening)?.list() ?? [];
}
