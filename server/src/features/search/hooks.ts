import type { Hooks } from '../../platform/hooks.ts';
import { addDocs, moveDocs, refreshPosts, refreshSynthesis, withFirst } from './index-docs.ts';

/** Keeps what can be found in the same commit as what is written. */
export function indexWhatIsWritten(hooks: Hooks): void {
  hooks.on('post.created', (tx, { threadId, postId, html, title }) =>
    addDocs(tx, [{ kind: 'post', id: postId, threadId, html, title, writtenAt: tx.now }]),
  );
  hooks.on('posts.stored', (tx, { postIds }) => refreshPosts(tx, postIds));
  hooks.on('posts.changed', async (tx, { threadId, postIds }) =>
    refreshPosts(tx, await withFirst(tx, threadId, postIds)),
  );
  hooks.on('synthesis.changed', (tx, { threadId }) => refreshSynthesis(tx, threadId));
  hooks.on('thread.moved', (tx, { threadId, from }) => moveDocs(tx, threadId, from));
}
