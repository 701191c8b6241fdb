import type { SynthesisView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { lazy, type MouseEvent, type ReactNode, Suspense } from 'react';
import { addresses } from '../../../lib/addresses.ts';
import { useLocalized } from '../../../lib/page-locale.ts';
import { Button } from '../../../ui/Button.tsx';
import { usePostActions, useThreadCan } from '../posts/post-context.ts';
import prose from '../posts/prose.module.css';
import type { useWritingOver } from '../posts/use-writing-over.ts';
import type { ThreadStore } from '../state/thread-store.ts';
import styles from './Synthesis.module.css';

const SynthesisEditor = lazy(async () => ({
  default: (await import('./SynthesisEditor.tsx')).SynthesisEditor,
}));

const bdi = (chunks: ReactNode) => <bdi>{chunks}</bdi>;

interface Props {
  store: ThreadStore;
  synthesis: SynthesisView | null;
  writing: ReturnType<typeof useWritingOver>;
}

/** Links to the posts it rests on, as a list in the reader's language. */
function Sources({ threadId, synthesis }: { threadId: number; synthesis: SynthesisView }) {
  const t = useText('threads.summing');
  const format = useFormat();
  const { sources } = synthesis;
  const bySeq = sources.toSorted((a, b) => a.seq - b.seq);
  const parts = format.listParts(bySeq.map(({ seq }) => format.number(seq)));
  const links = parts.map(({ type, value }, index) => {
    const source = type === 'element' ? bySeq[Math.floor(index / 2)] : undefined;
    if (!source) return value;
    return (
      <a
        key={source.postId}
        href={addresses.post(threadId, source.postId)}
        data-post={source.postId}
        aria-label={t('goTo', { seq: value })}
      >
        {value}
      </a>
    );
  });
  return t.rich('from', { count: sources.length, list: () => links });
}

function Author({ synthesis }: { synthesis: SynthesisView }) {
  const t = useText('threads.summing');
  const ui = useText('ui');
  const localized = useLocalized();
  const { name, institution } = synthesis.author.member;
  const who = { name: name ?? ui('formerMember'), bdi };
  return institution
    ? t.rich('by', { ...who, city: localized(institution.names) })
    : t.rich('byName', who);
}

/** The short human summary, shown before the posts it rests on. */
export function SynthesisBlock({ store, synthesis, writing }: Props) {
  const t = useText('threads.summing');
  const { goTo } = usePostActions();
  const may = useThreadCan().includes('synthesise');

  /** Links to posts of this thread lead there without leaving the page. */
  function follow(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
    const address = event.target.closest('a')?.getAttribute('href');
    const source = synthesis?.sources.find(
      ({ postId }) => addresses.post(store.id, postId) === address,
    );
    if (!source) return;
    event.preventDefault();
    goTo(source.seq);
  }

  if (writing.isOpen) {
    return (
      <Suspense>
        <SynthesisEditor
          store={store}
          synthesis={synthesis}
          isAsked={writing.isAsked}
          onDone={() => writing.setOpen(false)}
        />
      </Suspense>
    );
  }
  if (!synthesis) return null;
  return (
    <section aria-label={t('label')} className={styles.synthesis} onClick={follow}>
      <header className={styles.head}>
        <p className={styles.by}>
          <Author synthesis={synthesis} />
          {synthesis.sources.length > 0 && (
            <>
              {' · '}
              <Sources threadId={store.id} synthesis={synthesis} />
            </>
          )}
        </p>
        {may && (
          <Button look="quiet" aria-label={t('editLabel')} onClick={() => writing.setOpen(true)}>
            {t('edit')}
          </Button>
        )}
      </header>
      <div
        lang={synthesis.language}
        dir="auto"
        className={prose.prose}
        dangerouslySetInnerHTML={{ __html: synthesis.html }}
      />
    </section>
  );
}
