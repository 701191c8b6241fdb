import type { SessionView, SpaceView } from '@counterpart/contract';
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type {
  KeptDatabase,
  KeptShelf,
  KeptSpacesShelf,
  SpacesAnswer,
  ThreadAnswer,
} from '../device.ts';
import { isProblem } from '../problem.ts';
import { keptName } from './name.ts';

const routeName = 'GET /api/threads/:id';
const spacesName = 'GET /api/spaces';
/** Live events change an answer often; it is kept once they pause. */
const pauseMs = 1_000;

/** Answers that are to be kept in a moment. */
const waiting = new Map<number, ReturnType<typeof setTimeout>>();
/** Answers that came from here are not newer for it. */
const given = new WeakSet<object>();
let database: Promise<KeptDatabase> | undefined;

/** All that is kept for one member. */
interface Shelves {
  threads: KeptShelf;
  spaces: KeptSpacesShelf;
}

let opening: Promise<Shelves | undefined> = Promise.resolve(undefined);

function openDatabase(): Promise<KeptDatabase> {
  database ??= import('../device.ts').then(({ openKept }) => openKept());
  return database;
}

async function openShelves(member: number): Promise<Shelves | undefined> {
  try {
    const [kept, { createKeptShelf, createKeptSpaces }] = await Promise.all([
      openDatabase(),
      import('../device.ts'),
    ]);
    const threads = createKeptShelf(kept.threads, member, Date.now);
    const spaces = createKeptSpaces(kept.spaces, member);
    // What was kept for somebody else goes now.
    await Promise.all([threads.trim(), spaces.trim()]);
    return { threads, spaces };
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
function onShelves(work: (shelves: Shelves) => Promise<void>): void {
  opening.then((shelves) => shelves && work(shelves)).catch(() => undefined);
}

/** Keeps whoever reads, and the threads they read from now on; gives a way to stop. */
export function startKeeping(client: QueryClient, session: SessionView): () => void {
  const cache = client.getQueryCache();
  opening = openShelves(session.member.id);
  openDatabase()
    .then((kept) => kept.session.put(session))
    .catch(() => undefined);

  function keep(id: number, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null || given.has(answer)) return;
    clearTimeout(waiting.get(id));
    const run = () => onShelves(({ threads }) => threads.keep(answer as ThreadAnswer));
    waiting.set(id, setTimeout(run, pauseMs));
  }

  function look({ queryKey, state }: Query): void {
    if (queryKey[0] === spacesName && state.status === 'success')
      return onShelves(({ spaces }) => spaces.keep(state.data as SpacesAnswer));
    const id = threadIn(queryKey);
    if (id === undefined) return;
    if (isProblem(state.error, 'not-found')) onShelves(({ threads }) => threads.forget(id));
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
  const answer = await (await opening)?.threads.find(id).catch(() => undefined);
  if (answer) given.add(answer);
  return answer;
}

/** Who read last on this device, for pages that open without a network. */
export async function keptSession(): Promise<SessionView | undefined> {
  const session = await openDatabase()
    .then((kept) => kept.session.get())
    .catch(() => undefined);
  if (session) opening = openShelves(session.member.id);
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
  return (await opening)?.threads.ids() ?? [];
}

/** A thread may not lie on this device any more. */
export async function forgetKept(id: number): Promise<void> {
  clearTimeout(waiting.get(id));
  await (await opening)?.threads.forget(id);
}

/** What a thread that lies here is called; null for one that does not. */
export async function keptTitle(id: number): Promise<string | null> {
  return (await (await opening)?.threads.find(id))?.thread.title ?? null;
}

/** Where whoever is signed in may start a thread, as far as it is known here; null for nothing. */
export async function keptSpaces(): Promise<SpaceView[] | null> {
  return (await (await opening)?.spaces.find()) ?? null;
}

/** Rights have changed: what may be started where is kept anew with the next answer. */
export function forgetSpaces(): void {
  onShelves(({ spaces }) => spaces.forget());
}

/** The threads that can be read without a network, newest first. */
export async function keptThreads(): Promise<ThreadAnswer['thread'][]> {
  return (await opening)?.threads.list() ?? [];
}
