// The small part that every page has; the outbox itself is loaded after the first paint.
import { useMemo, useSyncExternalStore } from 'react';
import { setConnection } from '../connection.ts';
import { ApiProblem } from '../problem.ts';
import { newThreads, threadLine } from './lines.ts';
import type { Outbox } from './outbox.ts';
import type { SendOutcome } from './outcomes.ts';
import type { OutboxInput, OutboxRoute } from './routes.ts';
import type { OutboxEntry } from './store.ts';

export type { SendOutcome } from './outcomes.ts';
export type { OutboxInput } from './routes.ts';
export type { OutboxEntry } from './store.ts';

const listeners = new Set<() => void>();
let entries: readonly OutboxEntry[] = [];
let loading: Promise<Outbox> | undefined;

function take(outbox: Outbox): void {
  entries = outbox.entries();
  const failed = entries.filter(({ state }) => state === 'failed').length;
  setConnection({ waiting: entries.length - failed, failed });
  for (const listener of listeners) listener();
}

async function start(): Promise<Outbox> {
  const { startOutbox } = await import('../device.ts');
  const outbox = await startOutbox();
  outbox.subscribe(() => take(outbox));
  return outbox;
}

function load(): Promise<Outbox> {
  loading ??= start();
  // A chunk that could not be loaded is asked for again next time.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** What a member writes goes through here, so that it is never lost and appears once. */
export const outbox = {
  /** Shows and sends what waits for this member. */
  open: async (member: number | undefined): Promise<void> => (await load()).open(member),

  /** Tries at once what waits. */
  wake: async (): Promise<void> => (await load()).wake(),

  /** All that waits or has failed, read anew. */
  entries: async (): Promise<readonly OutboxEntry[]> => (await load()).look(),

  /**
   * Sends a writing, or keeps it. Entries show it from the first moment; the outcome says what became
   * of the first attempt. `input.body.clientKey` is made once per writing, with `clientKey()`. `kept` is
   * called when the outbox has it, so that it need not be kept elsewhere.
   */
  send: async <Name extends OutboxRoute>(
    route: Name,
    input: OutboxInput<Name>,
    kept?: () => void,
  ): Promise<SendOutcome<Name>> => (await load()).send(route, input, kept),

  /** Sends a failed one again as it is. */
  tryAgain: async (clientKey: string): Promise<void> => (await load()).tryAgain(clientKey),

  /** Takes one out, to be changed (and sent under a new key) or discarded; undefined when it has gone. */
  take: async (clientKey: string): Promise<OutboxEntry | undefined> =>
    (await load()).take(clientKey),

  /** An event carries this key as `mutation`: the server has it. */
  confirm: async (clientKey: string): Promise<void> => {
    if (entries.some((entry) => entry.clientKey === clientKey))
      await (await load()).confirm(clientKey);
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All that waits or has failed, wherever it was written, oldest first. */
export function useUnsent(): readonly OutboxEntry[] {
  return useSyncExternalStore(subscribe, () => entries);
}

/** What waits or has failed in one thread, oldest first; without a thread, new threads. */
export function useOutbox(threadId?: number): readonly OutboxEntry[] {
  const all = useUnsent();
  const line = threadId === undefined ? newThreads : threadLine(threadId);
  return useMemo(() => all.filter((entry) => entry.line === line), [all, line]);
}

/** Why a failed entry was refused, for `useProblemText`. */
export function problemOf({ problem }: OutboxEntry): ApiProblem | undefined {
  return problem && new ApiProblem(problem);
}
