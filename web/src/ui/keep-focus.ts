/** Elements that are a place of their own, so that whoever loses the focus in them is still there. */
const places = 'article, section, li, form, fieldset, nav, aside, main, [role=group]';

/** From an element outward, as long as it is on the page. */
function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at);
  return path;
}

function takeFocus(place: Element): void {
  const target = place.matches('main') ? (place.querySelector<HTMLElement>('h1') ?? place) : place;
  if (!(target instanceof HTMLElement)) return;
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/**
 * Whoever works by keyboard or with a screen reader keeps their place: when the element that has the
 * focus leaves the page (a saved editor, an answered request, a row that is done), the nearest place
 * around it that is still there takes the focus, where a browser would begin again at the top.
 */
export function keepFocus(): () => void {
  let path: Element[] = [];
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof Element) path = pathOf(target);
  };
  const look = () => {
    const [last] = path;
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const place = path.find((element) => element.isConnected && element.matches(places));
    path = [];
    if (place) takeFocus(place);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', remember);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
  };
}
