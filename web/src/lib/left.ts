const mark = 'counterpart-left-by';

/** Who has left this device though their sign-in could not be ended yet; these pages are nobody's then. */
export function leftBy(): number | undefined {
  try {
    return Number(localStorage.getItem(mark)) || undefined;
  } catch {
    return undefined;
  }
}

/** Notes who has left, or that no sign-in is left to be ended. */
export function noteLeft(member: number | undefined): void {
  try {
    if (member === undefined) localStorage.removeItem(mark);
    else localStorage.setItem(mark, String(member));
  } catch {
    // A browser that keeps nothing: then the page that was left must stay open.
  }
}
