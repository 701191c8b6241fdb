import type { LiveEvent } from '@counterpart/contract';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRegistry, type Place, scopeOf } from './registry.ts';

const client = new QueryClient();
const event: LiveEvent = {
  seq: 9,
  scope: scopeOf.thread(12),
  type: 'post.edited',
  subject: 3,
  version: 2,
};
let reported: unknown[];
let registry: ReturnType<typeof createRegistry>;

beforeEach(() => {
  vi.useFakeTimers();
  reported = [];
  registry = createRegistry((error) => reported.push(error));
});
afterEach(() => {
  vi.useRealTimers();
});

it('brings an event to those who want its type, until they stop', () => {
  const heard: number[] = [];
  const stop = registry.onEvent('post.edited', ({ seq }) => heard.push(seq));
  registry.onEvent('post.deleted', () => heard.push(-1));
  registry.deliver(event, client);
  stop();
  registry.deliver(event, client);
  expect(heard).toEqual([9]);
});

it('brings an event to the others when one of them fails, and reports the failure', () => {
  const heard: number[] = [];
  registry.onEvent('post.edited', () => {
    throw new Error('broken');
  });
  registry.onEvent('post.edited', ({ seq }) => heard.push(seq));
  registry.deliver(event, client);
  expect([heard, reported]).toEqual([[9], [new Error('broken')]]);
});

it('tells a feature which of its places starts again or is refused', () => {
  const told: [string, Place][] = [];
  registry.onResync('thread', (place) => told.push(['resync', place]));
  registry.onRefused('space', (place) => told.push(['refused', place]));
  registry.resync(scopeOf.thread(12), 90, client);
  registry.refused(scopeOf.space(4), 80, client);
  expect(told).toEqual([
    ['resync', { scope: 'thread:12', id: 12, seq: 90 }],
    ['refused', { scope: 'space:4', id: 4, seq: 80 }],
  ]);
});

it('asks for everything again where no feature knows better', async () => {
  client.setQueryData(['anything'], { asOf: 1 });
  registry.resync(scopeOf.conversation(1), 5, client);
  await vi.advanceTimersByTimeAsync(400);
  expect(client.getQueryState(['anything'])?.isInvalidated).toBe(true);
});
