import type { FollowRequest, LiveEvent } from '@counterpart/contract';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFollower, type Wire } from './follower.ts';
import { packetsFor } from './marks.ts';
import { createSea } from './sea.testing.ts';

function event(scope: string, seq: number): LiveEvent {
  return { seq, scope, type: 'post.created', subject: seq, version: 1 };
}

let delivered: number[];
let restarted: [string, number][];
let refused: string[];
let settled: number;
let asked: { request: FollowRequest; answer: Parameters<Wire['follow']>[1] }[];
let left: string[];
let timers: { run: () => void; ms: number }[];
let follower: ReturnType<typeof createFollower>;
let wire: Wire;

function runTimers(upTo = 0): void {
  const due = timers.filter(({ ms }) => ms <= upTo);
  timers = timers.filter(({ ms }) => ms > upTo);
  for (const { run } of due) run();
}

function answerAll(refusedScopes: string[] = [], missed = 0): void {
  for (const { request, answer } of asked.splice(0)) {
    const ok = request.scopes.filter((scope) => !refusedScopes.includes(scope));
    answer({ ok, refused: refusedScopes, missed });
  }
}

beforeEach(() => {
  [delivered, restarted, refused, asked, left, timers] = [[], [], [], [], [], []];
  settled = 0;
  follower = createFollower({
    deliver: ({ seq }) => delivered.push(seq),
    resync: (scope, seq) => restarted.push([scope, seq]),
    refused: (scope) => refused.push(scope),
    settled: () => {
      settled += 1;
    },
    later(run, ms) {
      timers.push({ run, ms });
      return () => undefined;
    },
  });
  wire = {
    follow: (request, answer) => void asked.push({ request, answer }),
    unfollow: (scopes) => void left.push(...scopes),
  };
});

function open(): void {
  follower.opened(wire);
  runTimers();
}

it('puts scopes with the same mark into one question, at most fifty', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    scope: `thread:${index + 1}`,
    mark: 7,
  }));
  const packets = packetsFor([...many, { scope: 'network', mark: 3 }]);
  expect(packets.map(({ scopes, since }) => [scopes.length, since])).toEqual([
    [1, 3],
    [50, 7],
    [10, 7],
  ]);
});

it('lets very many marks share the lowest of their packet', () => {
  const marks = Array.from({ length: 60 }, (_, index) => ({
    scope: `space:${index + 1}`,
    mark: index,
  }));
  expect(packetsFor(marks).map(({ since }) => since)).toEqual([0, 50]);
});

describe('following', () => {
  it('asks for what pages declared before there was a connection', () => {
    follower.declare('thread:1', 5);
    follower.declare('space:2', 5);
    follower.declare('network', 3);
    expect(asked).toEqual([]);
    open();
    expect(asked.map(({ request }) => request)).toEqual([
      { scopes: ['network'], since: 3 },
      { scopes: ['thread:1', 'space:2'], since: 5 },
    ]);
    answerAll();
    expect(settled).toBe(1);
  });

  it('drops what is not above the mark, and what nobody follows', () => {
    follower.declare('thread:1', 5);
    open();
    answerAll();
    for (const seq of [4, 5, 6, 6, 8, 7]) follower.event(event('thread:1', seq));
    follower.event(event('thread:2', 9));
    expect(delivered).toEqual([6, 8]);
  });

  it('goes on from its marks after a cut', () => {
    follower.declare('thread:1', 5);
    follower.declare('thread:2', 5);
    open();
    answerAll();
    follower.event(event('thread:1', 9));
    follower.closed();
    open();
    expect(asked.map(({ request }) => request)).toEqual([
      { scopes: ['thread:2'], since: 5 },
      { scopes: ['thread:1'], since: 9 },
    ]);
  });

  it('leaves to the answer what arrives while a question is on its way', () => {
    follower.declare('thread:1', 5);
    open();
    follower.event(event('thread:1', 8));
    expect(delivered).toEqual([]);
    answerAll();
    for (const seq of [6, 8]) follower.event(event('thread:1', seq));
    expect(delivered).toEqual([6, 8]);
  });

  it('starts again where more was missed than is replayed', () => {
    follower.declare('thread:1', 5);
    follower.declare('thread:2', 5);
    open();
    answerAll();
    follower.resync({ seq: 900, scopes: ['thread:1', 'thread:9'] });
    follower.event(event('thread:1', 900));
    follower.event(event('thread:2', 901));
    follower.event(event('thread:1', 902));
    expect(restarted).toEqual([['thread:1', 900]]);
    expect(delivered).toEqual([901, 902]);
  });

  it('is told again from where an older page stands', () => {
    follower.declare('thread:1', 50);
    open();
    answerAll();
    follower.declare('thread:1', 60);
    runTimers();
    expect(asked).toEqual([]);
    follower.declare('thread:1', 20);
    runTimers();
    expect(asked.map(({ request }) => request)).toEqual([{ scopes: ['thread:1'], since: 20 }]);
  });

  it('tells once that a scope is refused, and tries again when its page could load it', () => {
    follower.declare('thread:1', 5);
    open();
    answerAll(['thread:1']);
    follower.again();
    runTimers();
    answerAll(['thread:1']);
    expect(refused).toEqual(['thread:1']);
    follower.declare('thread:1', 8);
    runTimers();
    expect(asked.map(({ request }) => request.since)).toEqual([8]);
  });

  it('lets a scope go some time after its last page', () => {
    const first = follower.declare('thread:1', 5);
    const second = follower.declare('thread:1', 5);
    open();
    answerAll();
    first();
    first();
    runTimers(60_000);
    expect(left).toEqual([]);
    second();
    runTimers(60_000);
    runTimers();
    expect(left).toEqual(['thread:1']);
  });

  it('keeps a scope whose page is left and come back to', () => {
    const release = follower.declare('thread:1', 5);
    open();
    answerAll();
    release();
    follower.declare('thread:1', 5);
    runTimers(60_000);
    runTimers();
    expect([left, asked]).toEqual([[], []]);
  });
});

it('shows every page the same as a fresh load, however the line is cut, doubled and slow', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), scope: fc.nat(1) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('serve' as const, 'take' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('timers' as const, 'double' as const) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('connect' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('show' as const),
        scope: fc.nat(1),
        behind: fc.nat(6),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const), page: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
      const sea = createSea();
      for (const one of steps) sea.step(one);
      sea.calm();
      for (const { scope, seen } of sea.pages()) {
        expect([...seen].toSorted((a, b) => a - b)).toEqual(sea.allOf(scope));
      }
    }),
    { numRuns: 3_000 },
  );
});

it('has caught up only when what was missed has arrived too', () => {
  follower.declare('thread:1', 10);
  open();
  answerAll([], 2);
  expect(settled).toBe(0);
  const missed = { scope: 'thread:1', type: 'post.edited', subject: 1, version: 1 } as const;
  follower.event({ ...missed, seq: 11 });
  expect(settled).toBe(0);
  follower.event({ ...missed, seq: 12 });
  expect([settled, delivered]).toEqual([1, [11, 12]]);

  open();
  answerAll([], 1);
  expect(settled).toBe(1);
  follower.resync({ seq: 900, scopes: ['thread:1'] });
  expect(settled).toBe(2);
});

it('tells a page that keeps data of its own again what the cache has heard', () => {
  follower.declare('thread:1', 10);
  open();
  answerAll();
  const told = { scope: 'thread:1', type: 'post.edited', subject: 1, version: 1 } as const;
  follower.event({ ...told, seq: 15 });
  follower.declare('thread:1', 12);
  runTimers();
  expect(asked).toHaveLength(0);
  follower.declare('thread:1', 12, 'page');
  runTimers();
  expect(asked.map(({ request }) => request)).toEqual([{ scopes: ['thread:1'], since: 12 }]);
});
