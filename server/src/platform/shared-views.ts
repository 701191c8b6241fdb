import { LRUCache } from 'lru-cache';
import type { SharedBytes } from './written-json.ts';

export interface SharedView<Facts = undefined> {
  id: number;
  /** Everything the view shows is covered by it: a change raises it in the same transaction. */
  version: string;
  /** Its JSON, as it is sent. */
  shared: SharedBytes;
  /** What the reader's own part is worked out from; covered by the version as well. */
  facts: Facts;
}

interface Options<Facts> {
  maxBytes: number;
  /** Builds the present views of these rows; rows that are gone are left out. */
  load(ids: readonly number[]): Promise<SharedView<Facts>[]>;
  /** How much the facts weigh, about, in bytes. */
  weigh?(facts: Facts): number;
}

/**
 * Keeps the bytes of views that are the same for every reader, by id and version. The caller's own
 * query proves which version is current, so what is given is never stale.
 */
export function createSharedViews<Facts>({ maxBytes, load, weigh }: Options<Facts>) {
  const kept = new LRUCache<number, SharedView<Facts>>({
    maxSize: maxBytes,
    sizeCalculation: ({ shared, facts }) => shared.weight + 400 + (weigh?.(facts) ?? 0),
  });

  return {
    /** Each wanted view by id; what is not in memory is loaded with one call. */
    async get(
      wanted: readonly { id: number; version: string }[],
    ): Promise<Map<number, SharedView<Facts>>> {
      const found = new Map<number, SharedView<Facts>>();
      const missing: number[] = [];
      for (const { id, version } of wanted) {
        const view = kept.get(id);
        if (view?.version === version) found.set(id, view);
        else missing.push(id);
      }
      if (missing.length > 0) {
        for (const view of await load(missing)) {
          kept.set(view.id, view);
          found.set(view.id, view);
        }
      }
      return found;
    },
  };
}

export type SharedViews<Facts> = ReturnType<typeof createSharedViews<Facts>>;
