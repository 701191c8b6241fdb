export { deletePost, editPost } from './change-post.ts';
export { editThread, moveThread, setLocked, setPinned } from './change-thread.ts';
export { completeThread, type Lacking } from './complete-thread.ts';
export { createPost } from './create-post.ts';
export { createThread } from './create-thread.ts';
export { mentionsSince } from './mentions.ts';
export { setReaction } from './react.ts';
export {
  fillPost,
  type StoredAuthor,
  type StoredPost,
  type StoredThread,
  storePosts,
  storeThread,
} from './store-thread.ts';
export { removeSynthesis, storeSynthesis, writeSynthesis } from './synthesise.ts';
export { touchAuthored } from './write-post.ts';
