// How events reach the answers that pages hold: docs/events.md
import type { EventType, LiveEvent } from '@counterpart/contract';
import type { QueryClient } from '@tanstack/react-query';
import { askAgain } from './ask-again.ts';

/** Writes one event into the cache, or asks again. An event may come twice: versions decide. */
export type EventHandler = (event: LiveEvent, client: QueryClient) => void;

export type ScopeKind =
  | 'network'
  | 'staff'
  | 'space'
  | 'joined'
  | 'thread'
  | 'conversation'
  | 'member';

export interface Place {
  scope: string;
  /** The id in the scope; 0 for those that have none. */
  id: number;
  /** What is shown of this scope must be at least of this number. */
  seq: number;
}
export type PlaceHandler = (place: Place, client: QueryClient) => void;

/** Names of scopes, as `scopeOf.thread(12)`. */
export const scopeOf = {
  network: 'network',
  staff: 'staff',
  space: (id: number) => `space:${id}`,
  joined: (id: number) => `joined:${id}`,
  thread: (id: number) => `thread:${id}`,
  conversation: (id: number) => `conversation:${id}`,
  member: (id: number) => `member:${id}`,
} as const;

function placeOf(scope: string): { kind: string; id: number } {
  const [kind = '', id = '0'] = scope.split(':');
  return { kind, id: Number(id) };
}

function add<Key, Handler>(map: Map<Key, Set<Handler>>, key: Key, handler: Handler): () => void {
  const handlers = map.get(key) ?? new Set();
  map.set(key, handlers.add(handler));
  return () => void handlers.delete(handler);
}

/** Who wants to hear of what. Each feature registers in its `live.ts`. */
export function createRegistry(report: (error: unknown) => void) {
  const events = new Map<EventType, Set<EventHandler>>();
  const resyncs = new Map<string, Set<PlaceHandler>>();
  const refusals = new Map<string, Set<PlaceHandler>>();

  /** One feature that fails must not keep the others from the event. */
  function runAll<Handler>(handlers: Iterable<Handler>, run: (handler: Handler) => void): void {
    for (const handler of handlers) {
      try {
        run(handler);
      } catch (error) {
        report(error);
      }
    }
  }

  function tell(map: typeof resyncs, place: { scope: string; seq: number }, client: QueryClient) {
    const { kind, id } = placeOf(place.scope);
    // Both tell of one space, and nobody is surprised not to read what stays with those who joined.
    if (kind === 'joined' && map === refusals) return;
    const handlers = map.get(kind === 'joined' ? 'space' : kind);
    // Without a feature that knows better, everything on the page is asked again.
    if (!handlers?.size) return askAgain(client, [], place.seq);
    runAll(handlers, (handler) => handler({ ...place, id }, client));
  }

  return {
    /** Called for each event of a type, once and in order; gives a way to stop. */
    onEvent: (type: EventType, handler: EventHandler) => add(events, type, handler),

    /** Called when more was missed than is replayed: ask again for what is shown of the scope. */
    onResync: (kind: ScopeKind, handler: PlaceHandler) => add(resyncs, kind, handler),

    /** Called when a scope may not be read (any more): ask again, and the page gets its 404. */
    onRefused: (kind: ScopeKind, handler: PlaceHandler) => add(refusals, kind, handler),

    deliver(event: LiveEvent, client: QueryClient): void {
      runAll(events.get(event.type) ?? [], (handler) => handler(event, client));
    },
    resync: (scope: string, seq: number, client: QueryClient) =>
      tell(resyncs, { scope, seq }, client),
    refused: (scope: string, seq: number, client: QueryClient) =>
      tell(refusals, { scope, seq }, client),
  };
}

export type Registry = ReturnType<typeof createRegistry>;
