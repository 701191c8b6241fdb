import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Whether the key is a letter of what is being typed. */
function isTyping(target: EventTarget | null): boolean {
  const fields = 'input, textarea, select, [contenteditable]';
  return target instanceof HTMLElement && target.closest(fields) !== null;
}

/** From everywhere, `/` leads to the search. */
export function SearchKey() {
  const navigate = useNavigate();
  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key !== '/' || !isPlain || isTyping(event.target)) return;
      // In a dialog one finishes first.
      if (document.querySelector('dialog[open], [role="dialog"]')) return;
      event.preventDefault();
      const field = document.getElementById('search-field');
      if (field) field.focus();
      else void navigate({ to: '/search' });
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [navigate]);
  return null;
}
