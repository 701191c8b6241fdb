import type { LiveEvent, PostView } from '@counterpart/contract';
import type { LoggedEvent } from '@counterpart/db';
import type { Actor } from '../actor.ts';

/** What the features tell the live side about rights and shared data. */
export interface LiveReading {
  /** Which of these scopes this actor may read now. */
  readable(actor: Actor, scopes: readonly string[]): Promise<Set<string>>;
  /** Shared data that events carry, by seq: for post.created the post as every reader sees it. */
  dataFor(events: readonly LoggedEvent[]): Promise<Map<number, PostView>>;
}

/** An event as it goes over the wire: without actor and origin. */
export function toMessage(event: LoggedEvent, data: PostView | undefined): LiveEvent {
  const { seq, scope, type, subject, version, mutation } = event;
  return {
    seq,
    scope,
    type,
    subject,
    version,
    ...(mutation === null ? {} : { mutation }),
    // A post that changed since is not told through its older event: the change may belong to
    // readers of another place. Without data the client asks, and is checked.
    ...(data?.version === version ? { data } : {}),
  };
}

/** One question for all data; when it fails, events go without and each client asks for itself. */
export async function readData(
  reading: LiveReading,
  events: readonly LoggedEvent[],
  onFailure: (error: unknown) => void,
): Promise<Map<number, PostView>> {
  const created = events.filter(({ type }) => type === 'post.created');
  if (created.length === 0) return new Map();
  try {
    return await reading.dataFor(created);
  } catch (error) {
    onFailure(error);
    return new Map();
  }
}
