/** What someone has at hand who writes: the text, or a button of its form. */
function atHand(): Element | null {
  const { activeElement } = document;
  const form = activeElement?.closest('form') ?? activeElement;
  const isWriting = form instanceof HTMLTextAreaElement || form?.querySelector('textarea');
  return isWriting ? activeElement : null;
}

/** Where it stands, in pixels from the top of the window. */
function placeOf(writing: Element): number {
  return writing.getBoundingClientRect().top;
}

/**
 * Keeps the text that is being written under the fingers while `above` grows or shrinks. Scrolling by
 * the reader moves it; what others do does not. Gives a way to stop.
 */
export function holdWriting(above: HTMLElement): () => void {
  let writing: Element | null = null;
  let place = 0;
  let height = above.offsetHeight;

  function note(): void {
    writing = atHand();
    if (writing) place = placeOf(writing);
  }

  /** What has grown in the same moment is looked at once it is laid out. */
  function noteScroll(): void {
    if (above.offsetHeight === height) note();
  }

  /** What moved further than `above` has grown was brought elsewhere, and stays there. */
  function hold(grown: number): void {
    if (!writing?.isConnected || writing !== document.activeElement) return;
    const moved = placeOf(writing) - place;
    const isPushed = Math.abs(moved) > 0.5 && Math.abs(moved) <= Math.abs(grown) + 1;
    if (isPushed) window.scrollBy({ top: moved, behavior: 'instant' });
    // At the end of the page it may not move as far.
    place = placeOf(writing);
  }

  const stopping = new AbortController();
  const { signal } = stopping;
  document.addEventListener('focusin', note, { signal });
  document.addEventListener('focusout', note, { signal });
  window.addEventListener('scroll', noteScroll, { signal, passive: true });
  window.addEventListener('resize', note, { signal });
  const layout = new ResizeObserver((changes) => {
    const grown = above.offsetHeight - height;
    height = above.offsetHeight;
    if (changes.some(({ target }) => target === above)) hold(grown);
    else note();
  });
  layout.observe(above);
  // The place to write itself may move, to the foot of the window and back.
  layout.observe(document.body);
  note();
  return () => {
    stopping.abort();
    layout.disconnect();
  };
}
