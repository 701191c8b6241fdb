import type { LiveEvent } from '@counterpart/contract';
import { expect, test } from 'vitest';
import { createMerger } from './merger.ts';
import { may, startHouse } from './testing/house.ts';

function event(seq: number, subject: number, more: Partial<LiveEvent> = {}): LiveEvent {
  return { seq, scope: 'space:1', type: 'thread.changed', subject, version: seq, ...more };
}

/** Time that moves only when the test says so. */
function setUp() {
  const sent: number[] = [];
  const windows = new Set<() => void>();
  const merger = createMerger({
    send: ({ seq }) => void sent.push(seq),
    later: (run) => {
      windows.add(run);
      return () => windows.delete(run);
    },
  });
  const second = () => {
    for (const run of Array.from(windows)) {
      windows.delete(run);
      run();
    }
  };
  return { merger, sent, second, windows };
}

test('the first change is told at once, later ones once a second with the latest of each thread', () => {
  const { merger, sent, second, windows } = setUp();
  for (const [seq, thread] of [
    [1, 7],
    [2, 7],
    [3, 8],
    [4, 7],
  ] as const)
    merger.push(event(seq, thread));
  expect(sent).toEqual([1]);
  second();
  expect(sent).toEqual([1, 3, 4]);
  merger.push(event(5, 8));
  expect(sent).toEqual([1, 3, 4]);
  second();
  second();
  merger.push(event(6, 8));
  expect(sent).toEqual([1, 3, 4, 5, 6]);
  second();
  expect(windows.size).toBe(0);
});

test('any other event of the space comes after what waits, and other scopes do not wait', () => {
  const { merger, sent, second } = setUp();
  merger.push(event(1, 7));
  merger.push(event(2, 7));
  merger.push(event(3, 7, { scope: 'space:2' }));
  merger.push(event(4, 7, { scope: 'thread:7' }));
  merger.push(event(5, 9, { type: 'thread.created' }));
  merger.push(event(6, 7));
  expect(sent).toEqual([1, 3, 4, 2, 5]);
  second();
  expect(sent).toEqual([1, 3, 4, 2, 5, 6]);
});

test('when it stops, nothing is sent later', () => {
  const { merger, sent, windows } = setUp();
  merger.push(event(1, 7));
  merger.push(event(2, 7));
  merger.stop();
  expect(windows.size).toBe(0);
  expect(sent).toEqual([1]);
});

test('on the wire: whoever joins meanwhile gets what waits once, and so does everybody else', async () => {
  const { server, rights, member, stop } = await startHouse();
  const { id, cookie } = await member();
  may(rights, id, 'space:1');
  const early = await server.connect(cookie);
  await early.follow(['space:1']);
  const since = server.tail.position();
  const busy = (version: number) =>
    ({ scope: 'space:1', type: 'thread.changed', subject: 7, version }) as const;
  const last = await server.tell(busy(1), busy(2), busy(3));
  await early.arrived();
  expect(early.in('space:1')).toEqual([since + 1]);
  const late = await server.connect(cookie);
  await late.follow(['space:1'], since);
  await late.arrived();
  await early.arrived();
  expect(late.in('space:1')).toEqual([since + 1, since + 2, since + 3]);
  expect(early.in('space:1')).toEqual([since + 1, last]);
  await server.tell(busy(4));
  await early.until('the merged change', () => early.in('space:1').includes(last + 1));
  await late.arrived();
  expect(late.in('space:1')).toEqual([since + 1, since + 2, since + 3, last + 1]);
  await stop();
});
