import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';

interface Looks {
  /** `primary` once per page; `quiet` for what stands beside text. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Looks & { busy?: boolean };

function looksOf(look: Looks['look'], className: string | undefined): string {
  return classes(styles.button, styles[look ?? 'plain'], className);
}

/** While `busy` it keeps its focus and its name, and does nothing. */
export function Button({ look, busy, className, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={looksOf(look, className)}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & Looks;

function Anchor({ look, className, ...rest }: AnchorProps) {
  return <a {...rest} className={looksOf(look, className)} />;
}

/** Goes somewhere and looks like a button. */
export const LinkButton = createLink(Anchor);
