// Where one may start a thread, for writing without a network. Never a space that not everybody may know of.
import type { ReplyOf, SpaceView, spaceRoutes } from '@counterpart/contract';

export type SpacesAnswer = ReplyOf<typeof spaceRoutes.listSpaces>;

export interface KeptSpaces {
  member: number;
  items: SpaceView[];
}

/** Where the spaces outlive the page. */
export interface SpacesStore {
  get(): Promise<KeptSpaces | undefined>;
  put(spaces: KeptSpaces): Promise<void>;
  remove(): Promise<void>;
}

export function createKeptSpaces(store: SpacesStore, member: number) {
  return {
    keep: ({ items }: SpacesAnswer): Promise<void> =>
      store.put({
        member,
        items: items.filter(({ can, access }) => can.includes('start') && access !== 'private'),
      }),
    forget: () => store.remove(),

    async find(): Promise<SpaceView[] | undefined> {
      const kept = await store.get();
      return kept?.member === member ? kept.items : undefined;
    },

    /** What was kept for somebody else goes. */
    async trim(): Promise<void> {
      const kept = await store.get();
      if (kept && kept.member !== member) await store.remove();
    },
  };
}

export type KeptSpacesShelf = ReturnType<typeof createKeptSpaces>;
