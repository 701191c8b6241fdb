import { LRUCache } from 'lru-cache';

export interface SharedView {
  id: number;
  /** Everything the view shows is covered by it: a change raises it in the same transaction. */
  version: string;
  json: string;
}

interface Options {
  maxBytes: number;
  /** Builds the present views of these rows; rows that are gone are left out. */
  load(ids: readonly number[]): Promise<SharedView[]>;
}

/**
 * Keeps the bytes of views that are the same for every reader, by id and version. The caller's own
 * query proves which version is current, so what is given is never stale.
 */
export function createSharedViews({ maxBytes, load }: Options) {
  const kept = new LRUCache<number, SharedView>({
    maxSize: maxBytes,
    sizeCalculation: ({ json }) => json.length * 2 + 200,
  });

  return {
    /** The JSON of each wanted row by id; what is not in memory is loaded with one call. */
    async get(wanted: readonly { id: number; version: string }[]): Promise<Map<number, string>> {
      const found = new Map<number, string>();
      const missing: number[] = [];
      for (const { id, version } of wanted) {
        const view = kept.get(id);
        if (view?.version === version) found.set(id, view.json);
        else missing.push(id);
      }
      if (missing.length > 0) {
        for (const view of await load(missing)) {
          kept.set(view.id, view);
          found.set(view.id, view.json);
        }
      }
      return found;
    },
    forgetAll(): void {
      kept.clear();
    },
  };
}

export type SharedViews = ReturnType<typeof createSharedViews>;
