import type { Mode, SessionView } from '@counterpart/contract';
import type { QueryClient } from '@tanstack/react-query';
import { noticeBuild } from './build.ts';

/** What the server writes into the document, in `<script type="application/json" id="first-data">`. */
export interface FirstData {
  build: string;
  mode: Mode;
  /** Null for someone who is not signed in. */
  session: SessionView | null;
  /** Answers that the page would ask for first, under the keys that `keyOf` makes. */
  queries?: { key: unknown[]; data: unknown }[];
}

const nothing: FirstData = { build: '', mode: 'demo', session: null };

function read(): FirstData | undefined {
  const element = document.getElementById('first-data');
  const text = element?.textContent;
  // The cache of answers forgets what may not be read any more; the document would keep it.
  element?.remove();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the server that served this script
  return text ? (JSON.parse(text) as FirstData) : undefined;
}

const found = typeof document === 'undefined' ? undefined : read();

/** Served by vite alone there is no data in the document; then the pages ask for everything. */
export const firstData: FirstData & { known: boolean } = {
  ...(found ?? nothing),
  known: Boolean(found),
};

/** Lets the first page start with what came in the document. */
export function fillCache(client: QueryClient): void {
  noticeBuild(firstData.build);
  for (const { key, data } of firstData.queries ?? []) client.setQueryData(key, data);
}
