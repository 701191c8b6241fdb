import type { SessionView } from '@counterpart/contract';
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { KeptDatabase, KeptShelf, ThreadAnswer } from '../device.ts';
import { isProblem } from '../problem.ts';
import { keptName } from './name.ts';

const routeName = 'GET /api/threads/:id';
/** Live events change an answer often; it is kept once they pause. */
const pauseMs = 1_000;

/** Answers that are to be kept in a moment. */
const waiting = new Map<number, ReturnType<typeof setTimeout>>();
/** Answers that came from here are not newer for it. */
const given = new WeakSet<object>();
let database: Promise<KeptDatabase> | undefined;
let opening: Promise<KeptShelf | undefined> = Promise.resolve(undefined);

function openDatabase(): Promise<KeptDatabase> {
  database ??= import('../device.ts').then(({ openKept }) => openKept());
  return database;
}

async function openShelf(member: number): Promise<KeptShelf | undefined> {
  try {
    const [{ threads }, { createKeptShelf }] = await Promise.all([
      openDatabase(),
      import('../device.ts'),
    ]);
    const shelf = createKeptShelf(threads, member, Date.now);
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

/** A device that has no room, or was just wiped, keeps nothing; reading goes on. */
function onShelf(work: (shelf: KeptShelf) => Promise<void>): void {
  opening.then((shelf) => shelf && work(shelf)).catch(() => undefined);
}

/** Keeps whoever reads, and the threads they read from now on; gives a way to stop. */
export function startKeeping(client: QueryClient, session: SessionView): () => void {
  const cache = client.getQueryCache();
  opening = openShelf(session.member.id);
  openDatabase()
    .then((kept) => kept.session.put(session))
    .catch(() => undefined);

  function keep(id: number, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null || given.has(answer)) return;
    clearTimeout(waiting.get(id));
    const run = () => onShelf((shelf) => shelf.keep(answer as ThreadAnswer));
    waiting.set(id, setTimeout(run, pauseMs));
  }

  function look({ queryKey, state }: Query): void {
    const id = threadIn(queryKey);
    if (id === undefined) return;
    if (isProblem(state.error, 'not-found')) onShelf((shelf) => shelf.forget(id));
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

/** Who read last on this device, for pages that open without a network. */
export async function keptSession(): Promise<SessionView | undefined> {
  const session = await openDatabase()
    .then((kept) => kept.session.get())
    .catch(() => undefined);
  if (session) opening = openShelf(session.member.id);
  return session;
}

/** The sign-in has ended: without a network nobody is shown as signed in either. */
export async function forgetSession(): Promise<void> {
  try {
    const isKept = (await indexedDB.databases()).some(({ name }) => name === keptName);
    if (isKept) await (await openDatabase()).session.remove();
  } catch {
    // Where no database can be opened, nothing is kept.
  }
}

/** All threads that lie on this device for whoever is signed in. */
export async function keptIds(): Promise<number[]> {
  return (await opening)?.ids() ?? [];
}

/** A thread may not lie on this device any more. */
export async function forgetKept(id: number): Promise<void> {
  clearTimeout(waiting.get(id));
  await (await opening)?.forget(id);
}

/** The threads that can be read without a network, newest first. */
export async function keptThreads(): Promise<ThreadAnswer['thread'][]> {
  return (await opening)?.list() ?? [];
}
