import type { DraftContent, StoredDraft } from '@counterpart/contract';
import { ApiProblem } from '../problem.ts';
import { emptyDraft } from './content.ts';
import { type Clash, createDraftKeeper, type DraftStatus, type HereDraft } from './keeper.ts';

export const content = (body: string): DraftContent => ({ ...emptyDraft, body });

function changed(draft: StoredDraft | null): ApiProblem {
  const about = { type: '', title: '', status: 409, requestId: '' };
  return new ApiProblem({ ...about, code: 'draft-changed', draft });
}

/** Keeps one draft, as the server does; answers wait until they are let through. */
export function createServer() {
  let time = 0;
  const server = {
    stored: null as StoredDraft | null,
    isReachable: true,
    /** The next answers are lost on their way, though the server has done what was asked. */
    lost: 0,
    log: [] as string[],
    waiting: [] as (() => void)[],
    put(body: string): StoredDraft {
      server.stored = { content: content(body), updatedAt: `t${(time += 1)}` };
      return server.stored;
    },
    drop(): void {
      server.stored = null;
    },
    async pass(): Promise<void> {
      await new Promise((resolve) => setImmediate(resolve));
      while (server.waiting.length > 0) {
        server.waiting.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async answer<Value>(entry: string, seen: string | null, work: () => Value): Promise<Value> {
      await new Promise<void>((resolve) => server.waiting.push(resolve));
      if (!server.isReachable) throw new Error('no line');
      const isSeen = seen === (server.stored?.updatedAt ?? null);
      if (!isSeen && entry !== `keep ${server.stored?.content.body}`) throw changed(server.stored);
      server.log.push(entry);
      const value = work();
      server.lost -= 1;
      if (server.lost >= 0) throw new Error('no answer');
      return value;
    },
  };
  return server;
}

export type Server = ReturnType<typeof createServer>;

export function openPage(server: Server = createServer(), begin?: HereDraft, isReady = true) {
  const page = {
    server,
    statuses: [] as DraftStatus[],
    clash: null as Clash | null,
    here: begin ?? (null as HereDraft | null),
    timers: [] as (() => void)[],
    /** The typing pauses, and all requests are answered. */
    async pause(): Promise<void> {
      for (const run of page.timers.splice(0)) run();
      await server.pass();
    },
  };
  const keeper = createDraftKeeper({
    keep: (next, seen) => server.answer(`keep ${next.body}`, seen, () => server.put(next.body)),
    drop: (seen) => server.answer('drop', seen, () => server.drop()),
    keepHere: (draft) => (page.here = draft),
    show: (status) => page.statuses.push(status),
    clash: (clash) => (page.clash = clash),
    later(run) {
      page.timers.push(run);
      return () => void page.timers.splice(page.timers.indexOf(run), 1);
    },
    begin,
  });
  if (isReady) keeper.ready();
  return Object.assign(page, { keeper });
}
