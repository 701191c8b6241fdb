/** Resolves when the page has been painted once more: for what may come later than what is read. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    // The frame after this one begins when this one is on the screen. A hidden page paints nothing.
    if (document.visibilityState === 'hidden') return resolve();
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
