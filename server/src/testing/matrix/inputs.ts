import type { RouteName } from '@counterpart/contract';
import type { TestApp } from '../app.ts';
import type { LooseInput } from '../client.ts';
import { aFirstAdminLink, cheapHash } from '../world.ts';
import type { Scene } from './stage.ts';

const key = () => crypto.randomUUID();
const ofThread = ({ thread }: Scene) => ({ params: { id: thread.id } });
const ofPost = ({ post }: Scene) => ({ params: { id: post.id } });
const ofSpace = ({ space }: Scene) => ({ params: { id: space.id } });
const reaction = ({ post }: Scene) => ({ params: { id: post.id, kind: 'tried' } });
const admission = ({ space, stranger }: Scene) => ({
  params: { id: space.id, memberId: stranger.id },
});
const nothing = () => ({});

export function startOf(kind: 'question' | 'announcement', { space }: Scene): LooseInput {
  const sharing = space.access === 'open' ? 'network' : 'space';
  const text = { title: 'Who has?', body: 'We have not.', language: 'en', themes: [] };
  return { body: { spaceId: space.id, kind, sharing, ...text, clientKey: key() } };
}

const draft = {
  spaceId: null,
  kind: null,
  title: '',
  body: 'Half',
  language: null,
  themes: [],
  sharing: null,
  quotePostId: null,
  quoteText: null,
  seen: null,
};

const password = 'a bridge of nine arches';

/** What each operation is asked with; nothing in it could be refused but the right to ask. */
export const inputs: Record<
  RouteName,
  (scene: Scene, t: TestApp) => LooseInput | Promise<LooseInput>
> = {
  getThread: ofThread,
  listPosts: ofThread,
  listMentionable: (scene) => ({ ...ofThread(scene), query: { q: '' } }),
  setRead: (scene) => ({ ...ofThread(scene), body: { seq: 1 } }),
  setFollow: (scene) => ({ ...ofThread(scene), body: { level: 'all' } }),
  keepDraft: ({ thread }) => ({ params: { place: `thread-${thread.id}` }, body: draft }),
  createPost: (scene) => ({ ...ofThread(scene), body: { body: 'We have.', clientKey: key() } }),
  editThread: (scene) => ({ ...ofThread(scene), body: { title: 'Said better', revision: 1 } }),
  pinThread: ofThread,
  unpinThread: ofThread,
  lockThread: ofThread,
  unlockThread: ofThread,
  moveThread: (scene) => ({ ...ofThread(scene), body: { spaceId: scene.elsewhere.id } }),
  writeSynthesis: (scene) => ({
    ...ofThread(scene),
    body: { body: 'It worked: #1', language: 'en', revision: 0 },
  }),
  removeSynthesis: ofThread,
  getPost: ofPost,
  listRevisions: ofPost,
  keepBookmark: (scene) => ({ ...ofPost(scene), body: {} }),
  removeBookmark: ofPost,
  react: reaction,
  unreact: reaction,
  editPost: (scene) => ({ ...ofPost(scene), body: { body: 'Said better.', revision: 1 } }),
  deletePost: ofPost,
  listSpaceMembers: ofSpace,
  joinSpace: ofSpace,
  leaveSpace: ofSpace,
  listMentionableInSpace: (scene) => ({
    ...ofSpace(scene),
    query: { q: '', sharing: 'space' },
  }),
  admitToSpace: admission,
  removeFromSpace: admission,
  createThread: (scene) => startOf('question', scene),
  getSession: nothing,
  listSessions: nothing,
  setPreferences: () => ({
    body: { locale: 'en', theme: 'dark', numerals: 'latn', timeZone: 'UTC' },
  }),
  getInstitution: ({ stranger }) => ({ params: { id: stranger.institutionId } }),
  getMember: ({ stranger }) => ({ params: { id: stranger.id } }),
  listSpaces: nothing,
  listThemes: nothing,
  listThreads: nothing,
  getHome: nothing,
  search: () => ({ query: { q: 'winter' } }),
  listSimilar: () => ({ query: { text: 'Who has tried this in winter?' } }),
  listBookmarks: nothing,
  listDrafts: nothing,
  listKeepable: ({ thread }) => ({ query: { ids: String(thread.id) } }),
  dropDraft: () => ({ params: { place: 'new' }, query: { seen: '2026-01-01T00:00:00.000Z' } }),
  signIn: async (_scene, t) => {
    const member = await t.make.aMember({ passwordHash: await cheapHash(password) });
    return { body: { email: member.email, password } };
  },
  signOut: nothing,
  acceptLink: async (_scene, t) => ({ body: await aFirstAdminLink(t) }),
  endSession: async ({ stranger }, t) => {
    const id = Math.floor(Math.random() * 2 ** 52) + 1;
    await t.make.aSession(stranger, { id });
    return { params: { id } };
  },
  listCast: nothing,
  becomeCastMember: ({ stranger }) => ({ body: { memberId: stranger.id } }),
};
