import type { PostView } from '@counterpart/contract';
import { ApiProblem, Unreachable } from '../problem.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { PumpOptions } from './pump.ts';
import type { OutboxReply } from './routes.ts';
import { createMemoryStore, type OutboxEntry } from './store.ts';

export type Answer = 'yes' | 'lost' | Error;

export const offline = new Unreachable('offline', null);
export const refusal = (code: ApiProblem['code'], status: number, retryAfterSeconds?: number) =>
  new ApiProblem({
    type: 'about:blank',
    title: code,
    status,
    code,
    requestId: 'r1',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
export const locked = refusal('thread-locked', 409);
export const broken = refusal('internal', 500);

/** Keeps each key once, as the server does, and answers as it is told. */
function createServer() {
  const kept: { thread: number; key: string }[] = [];
  const answers: (Answer | Promise<Answer>)[] = [];
  const asked: string[] = [];
  return {
    kept,
    asked,
    /** Answers the next requests so; without one it says yes. */
    say: (...next: (Answer | Promise<Answer>)[]) => void answers.push(...next),
    sayYes: () => void (answers.length = 0),
    keys: () => kept.map(({ key }) => key),
    async post({ clientKey, input }: OutboxEntry): Promise<OutboxReply> {
      asked.push(clientKey);
      const answer = await (answers.shift() ?? 'yes');
      if (answer instanceof Error) throw answer;
      if (!kept.some(({ key }) => key === clientKey))
        kept.push({ key: clientKey, thread: input.params?.id ?? 0 });
      if (answer === 'lost') throw new Unreachable('timeout', null);
      return { post: { body: input.body.body } as PostView, asOf: 1 };
    },
  };
}

/** As the lock that the pages of one browser share. */
export function createLock(): PumpOptions['alone'] {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

export interface Timer {
  run: () => void;
  ms: number;
}

/** One browser with its pages, and a server. */
export function createBrowser() {
  const browser = {
    server: createServer(),
    store: createMemoryStore(),
    timers: [] as Timer[],

    /** A page of member 7. */
    async openPage(alone: PumpOptions['alone'] = (run) => run()): Promise<Outbox> {
      const outbox = browser.load(alone);
      await outbox.open(7);
      return outbox;
    },

    /** A page that has not opened its outbox yet. */
    load: (alone: PumpOptions['alone'] = (run) => run()): Outbox =>
      createOutbox({
        store: browser.store,
        post: browser.server.post,
        alone,
        tellOthers: () => undefined,
        later(run, ms) {
          const timer = { run, ms };
          browser.timers.push(timer);
          return () => {
            browser.timers = browser.timers.filter((one) => one !== timer);
          };
        },
        random: () => 0.5,
        now: () => 1_000,
      }),
  };
  return browser;
}

export function send(outbox: Outbox, key: string, thread = 1) {
  const body = { body: key, clientKey: key };
  return outbox.send('createPost', { params: { id: thread }, body });
}

export function statesIn(outbox: Outbox) {
  return outbox.entries().map(({ clientKey, state }) => [clientKey, state]);
}
