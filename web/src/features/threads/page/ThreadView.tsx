import { useText } from '@counterpart/locale/react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { type ThreadAnswer, type ThreadPlace } from '../api.ts';
import { PostActionsContext, ThreadCanContext } from '../posts/post-context.ts';
import { useWritingOver, writingOver } from '../posts/use-writing-over.ts';
import { useReading } from '../reading/use-reading.ts';
import { createThreadStore } from '../state/thread-store.ts';
import { SynthesisBlock } from '../synthesis/SynthesisBlock.tsx';
import { FollowMenu } from '../verbs/FollowMenu.tsx';
import { ThreadMenu } from '../verbs/ThreadMenu.tsx';
import { createDesk } from './desk.ts';
import { PostList } from './PostList.tsx';
import { QuoteSelection } from './QuoteSelection.tsx';
import { Scrubber, shortThread } from './Scrubber.tsx';
import { ThreadContext } from './ThreadContext.tsx';
import { ThreadFoot } from './ThreadFoot.tsx';
import { ThreadBefore, ThreadFacts, ThreadNotes } from './ThreadHead.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useGoTo } from './use-go-to.ts';
import { useLiveThread } from './use-live-thread.ts';
import { usePostActionsOf } from './use-post-actions.ts';

interface Props {
  first: ThreadAnswer;
  place: ThreadPlace;
}

/** One thread: what was asked, what came of it, the posts, and a place to answer. */
export function ThreadView({ first, place }: Props) {
  const t = useText('threads.place');
  const [store] = useState(() => createThreadStore(first));
  const state = useSyncExternalStore(store.subscribe, store.state);
  const list = useRef<HTMLElement>(null);
  const [desk] = useState(createDesk);
  const summing = useWritingOver(writingOver.synthesis(store.id));
  const reading = useReading(store, state);
  const { divider, onArrived } = useArrivals(store, reading);
  const { marked, failure, goTo, goToMarked } = useGoTo(store, place);
  const actions = usePostActionsOf(store, desk, goToMarked);
  useLiveThread(store, reading, onArrived);
  const { thread, can, readSeq, firstUnread } = state;
  const unread =
    firstUnread !== null && readSeq < thread.lastSeq ? Math.max(firstUnread, readSeq + 1) : null;

  return (
    <PostActionsContext value={actions}>
      <ThreadCanContext value={can}>
        <Page
          title={thread.title}
          heading={<span lang={thread.language}>{thread.title}</span>}
          before={<ThreadBefore thread={thread} />}
          context={<ThreadContext thread={thread} />}
        >
          <ThreadFacts thread={thread}>
            <FollowMenu level={state.follow} onChoose={actions.follow} />
            <ThreadMenu
              store={store}
              state={state}
              onReadAll={reading.readAll}
              onSynthesise={() => summing.setOpen(true)}
            />
          </ThreadFacts>
          <ThreadNotes thread={thread} />
          <SynthesisBlock store={store} synthesis={thread.synthesis} writing={summing} />
          {failure && (
            <Notice tone="danger" title={t('failed')} alert>
              {failure}
            </Notice>
          )}
          <PostList
            store={store}
            state={state}
            list={list}
            divider={divider}
            marked={marked}
            goTo={goTo}
          />
          <ThreadFoot
            store={store}
            state={state}
            desk={desk}
            arrived={reading.arrived}
            goTo={goTo}
          />
          {thread.lastSeq > shortThread && (
            <Scrubber
              current={reading.current}
              total={thread.lastSeq}
              unread={unread}
              goTo={goTo}
            />
          )}
          <QuoteSelection store={store} />
        </Page>
      </ThreadCanContext>
    </PostActionsContext>
  );
}
