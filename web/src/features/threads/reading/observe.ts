import { elementOf } from './show-post.ts';

/** What is before the eyes for less than this has been flown over, not read. */
const dwellMs = 400;

export interface Watch {
  /** The posts whose end has been in sight, while the page was. */
  onSeen: (seqs: number[]) => void;
  /** The number of the uppermost post that is being read. */
  onCurrent: (seq: number) => void;
}

function seqOf(element: Element, name: 'seq' | 'foot'): number {
  return element instanceof HTMLElement ? Number(element.dataset[name]) : 0;
}

function collect(
  entries: IntersectionObserverEntry[],
  into: Set<number>,
  name: 'seq' | 'foot',
): void {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) into.add(seqOf(target, name));
    else into.delete(seqOf(target, name));
  }
}

/** Watches posts; call `look` after each rendering, `stop` in the end. */
export function watchPosts({ onSeen, onCurrent }: Watch) {
  const inBand = new Set<number>();
  const ends = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    timer = undefined;
    if (document.visibilityState === 'visible' && ends.size > 0) onSeen([...ends]);
  }

  function later(): void {
    timer ??= setTimeout(settle, dwellMs);
  }

  function tellCurrent(): void {
    // The last posts of a thread may never come up as far as the eyes usually rest.
    const isAtEnd = window.innerHeight + window.scrollY >= document.body.scrollHeight - 2;
    if (ends.size > 0 && (isAtEnd || inBand.size === 0)) onCurrent(Math.max(...ends));
    else if (inBand.size > 0) onCurrent(Math.min(...inBand));
  }

  const band = new IntersectionObserver(
    (entries) => {
      collect(entries, inBand, 'seq');
      tellCurrent();
    },
    { rootMargin: '-20% 0px -55% 0px' },
  );
  const feet = new IntersectionObserver((entries) => {
    collect(entries, ends, 'foot');
    if (ends.size > 0) later();
    tellCurrent();
  });
  document.addEventListener('visibilitychange', later);

  return {
    /** Posts that are drawn by now; those it watches already stay watched. */
    look(posts: readonly { seq: number }[]): void {
      for (const { seq } of posts) {
        const element = elementOf(seq);
        const foot = element?.querySelector('[data-foot]');
        if (element) band.observe(element);
        if (foot) feet.observe(foot);
      }
    },
    stop(): void {
      clearTimeout(timer);
      band.disconnect();
      feet.disconnect();
      document.removeEventListener('visibilitychange', later);
    },
  };
}
