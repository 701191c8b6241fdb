import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from './Button.tsx';
import styles from './Menu.module.css';

export interface MenuItem {
  key: string;
  label: ReactNode;
  onChoose: () => void;
  danger?: boolean;
}

interface Props {
  /** Name of the button when its content is only a sign. */
  label: string;
  trigger: ReactNode;
  items: MenuItem[];
  /** The one of these that holds now, by its key: choosing another is choosing between them. */
  chosen?: string | null;
}

/** Room that a menu leaves to the edge of the window, in pixels. */
const edge = 8;

/** Opens a menu upwards where there is no room below, and moves it back from the sides of the window. */
function keepInWindow(menu: HTMLElement): void {
  menu.style.removeProperty('translate');
  delete menu.dataset['side'];
  const { left, right, bottom, height } = menu.getBoundingClientRect();
  const above = menu.parentElement?.getBoundingClientRect().top ?? 0;
  if (bottom > window.innerHeight - edge && above - edge > height) menu.dataset['side'] = 'up';
  const over = Math.max(0, right - (document.documentElement.clientWidth - edge));
  const under = Math.max(0, edge - left);
  if (over + under > 0) menu.style.setProperty('translate', `${under - over}px 0`);
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/** A button with a short list of actions, by pointer or by arrow keys. */
export function Menu({ label, trigger, items, chosen }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();

  const root = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const role = chosen === undefined ? 'menuitem' : 'menuitemradio';

  useLayoutEffect(() => {
    if (menu.current) keepInWindow(menu.current);
  });
  useEffect(() => {
    if (!open) return;
    const first = menu.current?.querySelector<HTMLElement>('[aria-checked=true], button');
    first?.focus();
  }, [open]);

  function close(): void {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!open) return;
    if (event.key === 'Escape') return close();
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    all[
      step(
        all.findIndex((entry) => entry === document.activeElement),
        all.length - 1,
      )
    ]?.focus();
  }

  return (
    <div
      ref={root}
      className={styles.root}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Button
        look="quiet"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </Button>
      {open && (
        <div ref={menu} id={id} role="menu" aria-label={label} className={styles.menu}>
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role={role}
              aria-checked={chosen === undefined ? undefined : item.key === chosen}
              tabIndex={-1}
              className={item.danger ? styles.danger : styles.item}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
