const mostCorrections = 4;

/** The element of a post that is drawn. */
export function elementOf(seq: number): HTMLElement | null {
  return document.getElementById(`post-${seq}`);
}

/** Scrolls until the element stands where it should: posts on the way find their height only when they come near. */
function settle(element: HTMLElement, block: ScrollLogicalPosition, left: number): void {
  const before = element.getBoundingClientRect().top;
  element.scrollIntoView({ block, behavior: 'instant' });
  if (left === 0) return;
  requestAnimationFrame(() => {
    const moved = Math.abs(element.getBoundingClientRect().top - before) > 1;
    if (moved) settle(element, block, left - 1);
  });
}

/** Gives a post the focus where it stands, so that the keyboard goes on from there. */
export function focusPost(seq: number): void {
  elementOf(seq)?.focus({ preventScroll: true });
}

/** Brings a post before the eyes and gives it the focus, so that the keyboard goes on from there. */
export function showPost(seq: number, block: ScrollLogicalPosition = 'start'): void {
  requestAnimationFrame(() => {
    const element = elementOf(seq);
    if (!element) return;
    settle(element, block, mostCorrections);
    focusPost(seq);
  });
}

/** Brings something before the eyes without moving the focus. */
export function showElement(element: HTMLElement, block: ScrollLogicalPosition = 'start'): void {
  settle(element, block, mostCorrections);
}
