import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';

const AnnounceContext = createContext<(text: string) => void>(() => {});

/** The one polite region of the page. Never for typing or presence. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback(
    (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite">
        <VisuallyHidden key={said.turn}>{said.text}</VisuallyHidden>
      </div>
    </AnnounceContext>
  );
}

/** Says a whole sentence to those who listen, such as "3 new replies". */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
