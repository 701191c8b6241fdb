/** A post on the screen and where it stands, in pixels from the top of the window. */
export interface Anchor {
  element: Element;
  top: number;
}

/** The first post of the list that is on the screen. */
export function takeAnchor(list: HTMLElement): Anchor | null {
  for (const element of list.querySelectorAll('article')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0) return { element, top };
  }
  return null;
}

/** Puts the page back so that the post stands where it stood: what was added above moves nothing. */
export function holdAnchor({ element, top }: Anchor): void {
  const moved = element.getBoundingClientRect().top - top;
  if (Math.abs(moved) > 0.5) window.scrollBy({ top: moved, behavior: 'instant' });
}
