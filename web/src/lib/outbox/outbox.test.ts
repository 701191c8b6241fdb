import type { PostView } from '@counterpart/contract';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, Unreachable } from '../problem.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { OutboxReply } from './routes.ts';
import { createMemoryStore, type OutboxEntry, type OutboxStore, withSpare } from './store.ts';

type Answer = 'yes' | 'lost' | Error;

const offline = new Unreachable('offline', null);
const refusal = (code: ApiProblem['code'], status: number, retryAfterSeconds?: number) =>
  new ApiProblem({
    type: 'about:blank',
    title: code,
    status,
    code,
    requestId: 'r1',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
const locked = refusal('thread-locked', 409);
const broken = refusal('internal', 500);

/** Keeps each key once, as the server does, and answers as it is told. */
function createServer() {
  const kept: { thread: number; key: string }[] = [];
  const answers: Answer[] = [];
  const asked: string[] = [];
  return {
    kept,
    answers,
    asked,
    async post({ clientKey, input }: OutboxEntry): Promise<OutboxReply> {
      asked.push(clientKey);
      const answer = answers.shift() ?? 'yes';
      if (answer instanceof Error) throw answer;
      if (!kept.some(({ key }) => key === clientKey))
        kept.push({ key: clientKey, thread: input.params?.id ?? 0 });
      if (answer === 'lost') throw new Unreachable('timeout', null);
      return { post: { body: input.body.body } as PostView, asOf: 1 };
    },
  };
}

let server: ReturnType<typeof createServer>;
let store: OutboxStore;
let timers: { run: () => void; ms: number }[];
let outbox: Outbox;

function openPage(): Outbox {
  return createOutbox({
    store,
    post: server.post,
    alone: (run) => run(),
    tellOthers: () => undefined,
    later(run, ms) {
      const timer = { run, ms };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    random: () => 0.5,
    now: () => 1_000,
  });
}

const post = (key: string, thread = 1) =>
  ({ params: { id: thread }, body: { body: key, clientKey: key } }) as const;
const send = (key: string, thread = 1) => outbox.send('createPost', post(key, thread));
const states = () => outbox.entries().map(({ clientKey, state }) => [clientKey, state]);
const keys = () => server.kept.map(({ key }) => key);

beforeEach(async () => {
  server = createServer();
  store = createMemoryStore();
  timers = [];
  outbox = openPage();
  await outbox.open(7);
});

describe('sending', () => {
  it('sends at once, gives the answer and keeps nothing', async () => {
    expect(await send('a')).toMatchObject({ state: 'sent', reply: { post: { body: 'a' } } });
    expect([states(), timers]).toEqual([[], []]);
  });

  it('shows a writing from the first moment', async () => {
    const seen: unknown[] = [];
    outbox.subscribe(() => seen.push(states()));
    await send('a');
    expect(seen).toEqual([[['a', 'queued']], [['a', 'queued']], [['a', 'sending']], [], []]);
  });

  it('keeps what cannot be sent, and sends it under the same key when it can', async () => {
    server.answers.push('lost');
    expect(await send('a')).toEqual({ state: 'waiting' });
    expect(states()).toEqual([['a', 'queued']]);
    await outbox.wake();
    expect(server.asked).toEqual(['a', 'a']);
    expect([keys(), states()]).toEqual([['a'], []]);
  });

  it('keeps the order of a thread', async () => {
    server.answers.push(offline, offline);
    await send('a');
    await send('b');
    await outbox.wake();
    expect(keys()).toEqual(['a', 'b']);
  });

  it('keeps the order of what is written at the same moment', async () => {
    server.answers.push(offline, offline);
    await Promise.all([send('b'), send('a')]);
    const times = outbox.entries().map(({ createdAt }) => createdAt);
    expect([keys(), times]).toEqual([[], [1_000, 1_001]]);
  });

  it('refuses to keep for nobody', async () => {
    await outbox.open(undefined);
    await expect(send('a')).rejects.toThrow('nobody is signed in');
  });
});

describe('waiting', () => {
  it('tries again ever later, at most after half a minute, and from the start once it went', async () => {
    const pauses: (number | undefined)[] = [];
    server.answers.push(...Array.from({ length: 8 }, () => offline));
    await send('a');
    for (let time = 0; time < 8; time += 1) {
      const [timer] = timers.splice(0);
      pauses.push(timer?.ms);
      timer?.run();
      await vi.waitFor(() => expect(timers.length + keys().length).toBe(1));
    }
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
    expect(timers).toEqual([]);
  });

  it('comes when the server has said to come', async () => {
    server.answers.push(refusal('busy', 503, 7));
    await send('a');
    expect(timers.map(({ ms }) => ms)).toEqual([7_000]);
  });

  it('stays silent after the sign-in has ended, until somebody is back', async () => {
    server.answers.push(refusal('signed-out', 401));
    expect(await send('a')).toEqual({ state: 'waiting' });
    expect(timers).toEqual([]);
    await outbox.wake();
    expect(keys()).toEqual(['a']);
  });

  it('lets other threads go on when the server fails at one writing, and gives up after five times', async () => {
    server.answers.push(broken);
    await send('a', 1);
    server.answers.push(broken);
    await send('b', 2);
    expect([keys(), states()]).toEqual([['b'], [['a', 'queued']]]);
    for (let time = 0; time < 3; time += 1) {
      server.answers.push(broken);
      await outbox.wake();
    }
    expect(states()).toEqual([['a', 'failed']]);
  });

  it('lets nothing of the same thread pass one at which the server fails', async () => {
    server.answers.push(broken, broken);
    await send('a');
    await send('b');
    expect([keys(), server.asked]).toEqual([[], ['a', 'a']]);
    expect(timers).toHaveLength(1);
  });

  it('is there again after a reload, also when the page was closed while sending', async () => {
    server.answers.push(offline);
    await send('a');
    const [entry] = await store.all(7);
    if (entry) await store.put({ ...entry, state: 'sending' });
    outbox = openPage();
    await outbox.open(7);
    expect([keys(), states()]).toEqual([['a'], []]);
  });

  it('shows and sends nothing of another member', async () => {
    server.answers.push(offline);
    await send('a');
    await outbox.open(8);
    expect([keys(), states()]).toEqual([[], []]);
  });

  it('knows from the log that a lost answer was a yes', async () => {
    server.answers.push('lost');
    await send('a');
    await outbox.confirm('a');
    expect(states()).toEqual([]);
  });

  it('learns from the server what another page has sent', async () => {
    const other = openPage();
    await other.open(7);
    const put = store.put;
    store.put = async (entry) => {
      await put(entry);
      store.put = put;
      await other.wake();
      await other.open(7);
    };
    expect(await send('a')).toMatchObject({ state: 'sent', reply: { post: { body: 'a' } } });
    expect(keys()).toEqual(['a']);
  });
});

describe('refused', () => {
  beforeEach(async () => {
    server.answers.push(locked);
    expect(await send('a')).toMatchObject({ state: 'failed', error: { code: 'thread-locked' } });
  });

  it('keeps what was refused, with the reason, and lets later ones pass', async () => {
    await send('b');
    expect(keys()).toEqual(['b']);
    expect(outbox.entries()).toMatchObject([
      { clientKey: 'a', state: 'failed', problem: { code: 'thread-locked', requestId: 'r1' } },
    ]);
    expect(timers).toEqual([]);
  });

  it('gives it back to be written anew', async () => {
    expect(await outbox.take('a')).toMatchObject({ input: { body: { body: 'a' } } });
    expect([states(), await outbox.take('a')]).toEqual([[], undefined]);
  });

  it('sends it again when the member says so', async () => {
    await outbox.tryAgain('a');
    expect([keys(), states()]).toEqual([['a'], []]);
  });
});

it('uses a second store where the first cannot keep', async () => {
  const memory = createMemoryStore();
  const full: OutboxStore = { ...memory, put: () => Promise.reject(new Error('full')) };
  store = withSpare(full, createMemoryStore());
  outbox = openPage();
  await outbox.open(7);
  server.answers.push(offline);
  await send('a');
  expect(states()).toEqual([['a', 'queued']]);
  await outbox.wake();
  expect([keys(), states()]).toEqual([['a'], []]);
});

it('brings each writing to the server once and in order, whatever fails on the way', async () => {
  const answer = fc.constantFrom<Answer>('yes', 'lost', offline, refusal('busy', 503));
  const writing = fc.record({ thread: fc.integer({ min: 1, max: 2 }), isReload: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(answer), fc.array(writing), async (answers, writings) => {
      server = createServer();
      store = createMemoryStore();
      outbox = openPage();
      await outbox.open(7);
      server.answers.push(...answers);
      for (const [index, { thread, isReload }] of writings.entries()) {
        await send(`${index}`, thread);
        if (!isReload) continue;
        outbox = openPage();
        await outbox.open(7);
      }
      server.answers.splice(0);
      await outbox.wake();
      for (const thread of [1, 2]) {
        const wanted = writings.flatMap((one, index) =>
          one.thread === thread ? [`${index}`] : [],
        );
        const got = server.kept.filter((one) => one.thread === thread).map(({ key }) => key);
        expect(got).toEqual(wanted);
      }
      expect(outbox.entries()).toEqual([]);
    }),
  );
});
