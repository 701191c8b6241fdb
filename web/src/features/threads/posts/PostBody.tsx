import type { PostView } from '@counterpart/contract';
import { useMemo } from 'react';
import prose from './prose.module.css';
import { QuoteBlock } from './QuoteBlock.tsx';

/** The quoted passage and the text. The html was made safe by the server when it was stored. */
export function PostBody({ post }: { post: PostView }) {
  const html = useMemo(() => ({ __html: post.html }), [post.html]);
  return (
    <>
      {post.quote && <QuoteBlock quote={post.quote} threadId={post.threadId} />}
      <div
        data-body={post.id}
        lang={post.language}
        dir="auto"
        className={prose.prose}
        dangerouslySetInnerHTML={html}
      />
    </>
  );
}
