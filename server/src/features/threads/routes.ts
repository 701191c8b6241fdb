import { limits, type PostView, postRoutes, threadRoutes } from '@counterpart/contract';
import type { House } from '../../platform/house.ts';
import { notFound } from '../../platform/refusal.ts';
import type { Serve } from '../../platform/serve.ts';
import * as actions from './actions/index.ts';
import type { ThreadMemory } from './memory.ts';
import { readPost } from './page-windows.ts';
import { firstPostOf, getPost, getThread, listMentionable, listRevisions } from './queries.ts';
import { writeThreadList } from './thread-list.ts';
import { getThreadPage, listPosts } from './thread-page.ts';

/** A post as it was just stored: read once for its writer and for all who listen. */
async function postJustMade(memory: ThreadMemory, id: number): Promise<PostView> {
  const found = await memory.posts.get([{ id, version: '1' }]);
  const post = found.get(id);
  if (post === undefined) throw notFound();
  return readPost(post);
}

function serveThreadWrites(serve: Serve, house: House, memory: ThreadMemory): void {
  serve(threadRoutes.createThread, async ({ actor, body }) => {
    const thread = await getThread(house, actor, await actions.createThread(house, actor, body));
    const postId = await firstPostOf(house, thread.id);
    return { thread, post: await getPost(house, actor, postId) };
  });
  serve(threadRoutes.createPost, async ({ actor, params, body }) => {
    const { id, isNew } = await actions.createPost(house, actor, params.id, body);
    return { post: await (isNew ? postJustMade(memory, id) : getPost(house, actor, id)) };
  });
  serve(threadRoutes.editThread, async ({ actor, params, body }) => {
    await actions.editThread(house, actor, params.id, body);
    return { thread: await getThread(house, actor, params.id) };
  });
  serve(threadRoutes.pinThread, ({ actor, params }) =>
    actions.setPinned(house, actor, params.id, true),
  );
  serve(threadRoutes.unpinThread, ({ actor, params }) =>
    actions.setPinned(house, actor, params.id, false),
  );
  serve(threadRoutes.lockThread, ({ actor, params }) =>
    actions.setLocked(house, actor, params.id, true),
  );
  serve(threadRoutes.unlockThread, ({ actor, params }) =>
    actions.setLocked(house, actor, params.id, false),
  );
  serve(threadRoutes.moveThread, async ({ actor, params, body }) => {
    await actions.moveThread(house, actor, params.id, body.spaceId);
    return { thread: await getThread(house, actor, params.id) };
  });
  serve(threadRoutes.writeSynthesis, async ({ actor, params, body }) => {
    await actions.writeSynthesis(house, actor, params.id, body);
    const { synthesis } = await getThread(house, actor, params.id);
    if (synthesis === null) throw notFound();
    return { synthesis };
  });
  serve(threadRoutes.removeSynthesis, ({ actor, params }) =>
    actions.removeSynthesis(house, actor, params.id),
  );
}

function serveThreadReads(serve: Serve, house: House, memory: ThreadMemory): void {
  serve(threadRoutes.listThreads, ({ actor, query, asOf }) =>
    writeThreadList(house, memory, actor, query, asOf),
  );
  serve(threadRoutes.getThread, ({ actor, params, query, asOf }) => {
    const { from, limit = limits.page.usual } = query;
    const window = { id: params.id, from, limit: Math.min(limit, limits.page.most) };
    return getThreadPage(memory, actor, window, asOf);
  });
  serve(threadRoutes.listPosts, ({ actor, params, query, asOf }) => {
    const { after = 0, limit = limits.page.usual } = query;
    const window = { id: params.id, from: after + 1, limit: Math.min(limit, limits.page.most) };
    return listPosts(memory, actor, window, asOf);
  });
  serve(threadRoutes.listMentionable, async ({ actor, params, query }) => ({
    items: await listMentionable(house, actor, { threadId: params.id }, query.q),
  }));
  serve(threadRoutes.listMentionableInSpace, async ({ actor, params, query }) => ({
    items: await listMentionable(
      house,
      actor,
      { spaceId: params.id, sharing: query.sharing },
      query.q,
    ),
  }));
}

function servePosts(serve: Serve, house: House): void {
  serve(postRoutes.getPost, async ({ actor, params }) => ({
    post: await getPost(house, actor, params.id),
  }));
  serve(postRoutes.editPost, async ({ actor, params, body }) => {
    await actions.editPost(house, actor, params.id, body);
    return { post: await getPost(house, actor, params.id) };
  });
  serve(postRoutes.deletePost, ({ actor, params }) => actions.deletePost(house, actor, params.id));
  serve(postRoutes.listRevisions, async ({ actor, params }) => ({
    items: await listRevisions(house, actor, params.id),
    next: null,
  }));
  serve(postRoutes.react, ({ actor, params }) => actions.setReaction(house, actor, params, true));
  serve(postRoutes.unreact, ({ actor, params }) =>
    actions.setReaction(house, actor, params, false),
  );
}

export function serveThreads(serve: Serve, house: House, memory: ThreadMemory): void {
  serveThreadReads(serve, house, memory);
  serveThreadWrites(serve, house, memory);
  servePosts(serve, house);
}
