import type { ProblemCode, RouteName } from '@counterpart/contract';
import { newId } from '@counterpart/db';
import type { LooseInput } from './client.ts';
import type { World } from './world.ts';

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

const threadOf = (world: World) => ({ params: { id: world.thread.id } });
const hiddenOf = (world: World) => ({ params: { id: world.hidden.id } });
const firstOf = (world: World) => ({ params: { id: world.thread.posts[0]?.id } });
const answerOf = (world: World) => ({ params: { id: world.thread.posts[1]?.id } });
const unreadable = { as: 'reader', input: hiddenOf, code: 'not-found' } as const;
const unreadablePost = {
  as: 'reader',
  input: (world: World) => ({ params: { id: world.hidden.posts[0]?.id } }),
  code: 'not-found',
} as const;
const ofStaff = { as: 'reader', input: threadOf, code: 'not-allowed' } as const;

const text = { body: 'We tried this.', language: 'en' };

function question(spaceId: number) {
  const words = { title: 'Who has done this?', body: 'We have not.', language: 'en' };
  const rest = { kind: 'question', themes: [], sharing: 'network' };
  return { body: { spaceId, ...words, ...rest, clientKey: crypto.randomUUID() } };
}

function admission(world: World) {
  return { params: { id: world.restricted.id, memberId: world.people.applicant.id } };
}

const accountCases = {
  signIn: {
    as: 'anyone',
    input: ({ people, password }) => ({ body: { email: people.author.email, password } }),
    refused: {
      as: 'anyone',
      input: ({ people }) => ({ body: { email: people.author.email, password: 'not the one' } }),
      code: 'credentials-refused',
    },
  },
  getSession: { as: 'reader' },
  signOut: { as: 'reader' },
  listCast: { as: 'anyone' },
  becomeCastMember: {
    as: 'anyone',
    input: async ({ anyone }) => {
      const { items } = JSON.parse(
        (await anyone.send({ method: 'GET', url: '/api/demo/cast' })).text,
      );
      return { body: { memberId: items[0].id } };
    },
    refused: { as: 'anyone', input: () => ({ body: { memberId: newId() } }), code: 'not-found' },
  },
  listSessions: { as: 'reader' },
  endSession: {
    as: 'reader',
    input: async ({ people, signedIn }) => ({ params: { id: await signedIn(people.reader) } }),
    refused: {
      as: 'reader',
      input: async ({ people, signedIn }) => ({ params: { id: await signedIn(people.author) } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  setPreferences: {
    as: 'reader',
    input: () => ({
      body: { locale: 'fr', theme: 'dark', numerals: 'latn', timeZone: 'Africa/Nairobi' },
    }),
    refused: {
      as: 'reader',
      input: () => ({
        body: { locale: 'fr', theme: 'dark', numerals: 'latn', timeZone: 'Mars/Olympus' },
      }),
      code: 'invalid-request',
    },
  },
  acceptLink: {
    as: 'anyone',
    input: async ({ aLink }) => ({ body: await aLink() }),
    refused: {
      as: 'anyone',
      input: async ({ aLink }) => ({ body: { ...(await aLink()), token: 'x'.repeat(40) } }),
      code: 'link-spent',
    },
  },
} satisfies Partial<Record<RouteName, RouteCase>>;

const placeCases = {
  getInstitution: {
    as: 'reader',
    input: ({ people }) => ({ params: { id: people.author.institutionId } }),
    missing: 'not-found',
  },
  getMember: {
    as: 'reader',
    input: ({ people }) => ({ params: { id: people.author.id } }),
    refused: {
      as: 'reader',
      input: async ({ t }) => ({ params: { id: (await t.make.aMember({ state: 'erased' })).id } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  listSpaces: { as: 'reader' },
  listThemes: { as: 'reader' },
  joinSpace: {
    as: 'reader',
    input: ({ space }) => ({ params: { id: space.id } }),
    refused: {
      as: 'reader',
      input: ({ secret }) => ({ params: { id: secret.id } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  leaveSpace: {
    as: 'joined',
    input: ({ space }) => ({ params: { id: space.id } }),
    refused: {
      as: 'reader',
      input: ({ secret }) => ({ params: { id: secret.id } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  listSpaceMembers: {
    as: 'reader',
    input: ({ space }) => ({ params: { id: space.id }, query: { limit: 2 } }),
    refused: {
      as: 'reader',
      input: ({ secret }) => ({ params: { id: secret.id } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  admitToSpace: {
    as: 'facilitator',
    input: admission,
    refused: { as: 'reader', input: admission, code: 'not-allowed' },
    missing: 'not-found',
  },
  removeFromSpace: {
    as: 'facilitator',
    input: admission,
    refused: { as: 'reader', input: admission, code: 'not-allowed' },
    missing: 'not-found',
  },
} satisfies Partial<Record<RouteName, RouteCase>>;

const threadCases = {
  listThreads: { as: 'reader', input: ({ space }) => ({ query: { space: space.id, limit: 2 } }) },
  createThread: {
    as: 'reader',
    input: ({ space }) => question(space.id),
    refused: {
      as: 'reader',
      input: ({ restricted }) => question(restricted.id),
      code: 'not-allowed',
    },
  },
  getThread: { as: 'reader', input: threadOf, refused: unreadable, missing: 'not-found' },
  listPosts: { as: 'reader', input: threadOf, refused: unreadable, missing: 'not-found' },
  createPost: {
    as: 'reader',
    input: (world) => ({ ...threadOf(world), body: { ...text, clientKey: crypto.randomUUID() } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...hiddenOf(world), body: { ...text, clientKey: crypto.randomUUID() } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  editThread: {
    as: 'author',
    input: (world) => ({ ...threadOf(world), body: { title: 'Better asked', revision: 1 } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...threadOf(world), body: { title: 'Mine now', revision: 1 } }),
      code: 'not-allowed',
    },
    missing: 'not-found',
  },
  pinThread: { as: 'moderator', input: threadOf, refused: ofStaff, missing: 'not-found' },
  unpinThread: { as: 'moderator', input: threadOf, refused: ofStaff, missing: 'not-found' },
  lockThread: { as: 'moderator', input: threadOf, refused: ofStaff, missing: 'not-found' },
  unlockThread: { as: 'moderator', input: threadOf, refused: ofStaff, missing: 'not-found' },
  moveThread: {
    as: 'moderator',
    input: (world) => ({ ...threadOf(world), body: { spaceId: world.restricted.id } }),
    refused: {
      as: 'author',
      input: (world) => ({ ...threadOf(world), body: { spaceId: world.restricted.id } }),
      code: 'not-allowed',
    },
    missing: 'not-found',
  },
  writeSynthesis: {
    as: 'author',
    input: (world) => ({ ...threadOf(world), body: { ...text, body: 'See #2.', revision: 0 } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...threadOf(world), body: { ...text, revision: 0 } }),
      code: 'not-allowed',
    },
    missing: 'not-found',
  },
  removeSynthesis: { as: 'author', input: threadOf, refused: ofStaff, missing: 'not-found' },
  listMentionable: {
    as: 'reader',
    input: (world) => ({ ...threadOf(world), query: { q: 'Member' } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...hiddenOf(world), query: { q: 'Member' } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  listMentionableInSpace: {
    as: 'reader',
    input: ({ space }) => ({ params: { id: space.id }, query: { q: '' } }),
    refused: {
      as: 'reader',
      input: ({ secret }) => ({ params: { id: secret.id }, query: { q: '' } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
} satisfies Partial<Record<RouteName, RouteCase>>;

const reaction = (world: World) => ({
  params: { id: world.thread.posts[0]?.id, kind: 'useful' },
});

const postCases = {
  getPost: { as: 'reader', input: answerOf, refused: unreadablePost, missing: 'not-found' },
  editPost: {
    as: 'author',
    input: (world) => ({ ...firstOf(world), body: { body: 'Said better.', revision: 1 } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...firstOf(world), body: { body: 'Said by others.', revision: 1 } }),
      code: 'not-allowed',
    },
    missing: 'not-found',
  },
  deletePost: {
    as: 'author',
    input: firstOf,
    refused: { as: 'reader', input: firstOf, code: 'not-allowed' },
    missing: 'not-found',
  },
  listRevisions: { as: 'reader', input: firstOf, refused: unreadablePost, missing: 'not-found' },
  react: {
    as: 'reader',
    input: reaction,
    refused: { as: 'author', input: reaction, code: 'not-allowed' },
    missing: 'not-found',
  },
  unreact: {
    as: 'reader',
    input: reaction,
    refused: {
      as: 'reader',
      input: ({ hidden }) => ({ params: { id: hidden.posts[0]?.id, kind: 'useful' } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  keepBookmark: {
    as: 'reader',
    input: (world) => ({ ...firstOf(world), body: { note: 'For the council' } }),
    refused: {
      as: 'reader',
      input: ({ hidden }) => ({ params: { id: hidden.posts[0]?.id }, body: {} }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  removeBookmark: { as: 'reader', input: firstOf, missing: 'nothing' },
} satisfies Partial<Record<RouteName, RouteCase>>;

const draft = {
  spaceId: null,
  kind: 'question',
  title: '',
  body: 'Half a tho',
  language: null,
  themes: [],
  sharing: null,
  quotePostId: null,
};

const readingCases = {
  getHome: { as: 'reader' },
  setRead: {
    as: 'reader',
    input: (world) => ({ ...threadOf(world), body: { seq: 1 } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...hiddenOf(world), body: { seq: 1 } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  setFollow: {
    as: 'reader',
    input: (world) => ({ ...threadOf(world), body: { level: 'mentions' } }),
    refused: {
      as: 'reader',
      input: (world) => ({ ...hiddenOf(world), body: { level: 'all' } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  listBookmarks: { as: 'reader', input: () => ({ query: { limit: 5 } }) },
  listDrafts: { as: 'reader' },
  keepDraft: {
    as: 'reader',
    input: ({ thread }) => ({ params: { place: `thread-${thread.id}` }, body: draft }),
    refused: {
      as: 'reader',
      input: ({ hidden }) => ({ params: { place: `thread-${hidden.id}` }, body: draft }),
      code: 'not-found',
    },
  },
  dropDraft: { as: 'reader', input: () => ({ params: { place: 'new' } }) },
} satisfies Partial<Record<RouteName, RouteCase>>;

/** Every operation of the contract; the compiler refuses a table with one too few. */
export const routeCases: Record<RouteName, RouteCase> = {
  ...accountCases,
  ...placeCases,
  ...threadCases,
  ...postCases,
  ...readingCases,
};
