import type { ProblemCode } from '@counterpart/contract';
import type { LooseInput } from '../client.ts';
import type { World } from '../world.ts';

export type Who = keyof World['people'];

/** One operation as it succeeds, and the refusal that stands nearest to it. */
export interface RouteCase {
  as: Who | 'anyone';
  input?: (world: World) => LooseInput | Promise<LooseInput>;
  /** The same operation by someone, or on something, for which it is not allowed. */
  refused?: {
    as: Who | 'anyone';
    input?: (world: World) => LooseInput | Promise<LooseInput>;
    code: ProblemCode;
  };
  /** What an id that does not exist gets; `nothing` where taking away what is not there is a success. */
  missing?: 'not-found' | 'nothing';
}

export const threadOf = (world: World) => ({ params: { id: world.thread.id } });
export const hiddenOf = (world: World) => ({ params: { id: world.hidden.id } });
export const firstOf = (world: World) => ({ params: { id: world.thread.posts[0]?.id } });
export const answerOf = (world: World) => ({ params: { id: world.thread.posts[1]?.id } });
export const unreadable = { as: 'reader', input: hiddenOf, code: 'not-found' } as const;
export const unreadablePost = {
  as: 'reader',
  input: (world: World) => ({ params: { id: world.hidden.posts[0]?.id } }),
  code: 'not-found',
} as const;
export const ofStaff = { as: 'reader', input: threadOf, code: 'not-allowed' } as const;
