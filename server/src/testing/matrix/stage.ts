import type { SpaceAccess } from '@counterpart/contract';
import type {
  PostWish,
  TestMember,
  TestPost,
  TestSpace,
  TestThread,
} from '@counterpart/db/testing';
import type { TestApp } from '../app.ts';
import type { Client } from '../client.ts';
import type { MatrixActor } from './table.ts';

type Cast = Record<Exclude<MatrixActor, 'signedOut'>, TestMember>;

/** One actor before one place. */
export interface Scene {
  client: Client;
  space: TestSpace;
  /** Of the same kind as `space`, with the same people in it. */
  elsewhere: TestSpace;
  thread: TestThread;
  /** By `author`; the second of the thread. */
  post: TestPost;
  /** Neither in the space nor asked about. */
  stranger: TestMember;
}

async function aCast({ make }: TestApp): Promise<Cast> {
  const institutionId = await make.anInstitution();
  return {
    suspended: await make.aMember({ institutionId, state: 'suspended' }),
    outsider: await make.aMember({ institutionId }),
    joined: await make.aMember({ institutionId }),
    author: await make.aMember({ institutionId }),
    facilitator: await make.aMember({ institutionId }),
    moderator: await make.aMember({ institutionId, role: 'moderator' }),
    admin: await make.aMember({ institutionId, role: 'admin' }),
  };
}

const accessOf: Record<string, SpaceAccess> = { restricted: 'restricted', private: 'private' };
const postStates: Record<string, PostWish['state']> = {
  pending: 'pending',
  deleted: 'deleted',
  hidden: 'hidden',
};

/** People and rooms; scenes in it share them, but never a thread that something was done to. */
export async function aStage(t: TestApp) {
  const cast = await aCast(t);
  const { joined, author, facilitator } = cast;
  const inside = { members: [joined, author], facilitators: [facilitator] };
  const rooms = async (access: SpaceAccess) => ({
    space: await t.make.aSpace({ ...inside, access }),
    elsewhere: await t.make.aSpace({ ...inside, access }),
  });
  const places = {
    open: await rooms('open'),
    restricted: await rooms('restricted'),
    private: await rooms('private'),
  };
  const stranger = await t.make.aMember({ institutionId: cast.author.institutionId });
  // Signed in only now: what a member may do is looked up with the sign-in, and remembered.
  const clients = new Map<MatrixActor, Client>([['signedOut', t.anyone]]);
  for (const [actor, member] of Object.entries(cast)) {
    clients.set(actor as MatrixActor, await t.as(member));
  }

  return {
    cast,
    async scene(actor: MatrixActor, place: string): Promise<Scene> {
      const { space, elsewhere } = places[accessOf[place] ?? 'open'];
      const isOpen = space.access === 'open';
      const sharing = isOpen && place !== 'label' ? 'network' : 'space';
      const locked = place === 'locked';
      const thread = await t.make.aThread({ space, author, sharing, locked });
      const state = postStates[place] ?? 'published';
      const post = await t.make.aPost(thread, { author, state });
      const client = clients.get(actor) ?? t.anyone;
      return { client, space, elsewhere, thread, post, stranger };
    },
  };
}

export type Stage = Awaited<ReturnType<typeof aStage>>;
