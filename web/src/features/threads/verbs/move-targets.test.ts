import type { SpaceView, ThreadView } from '@counterpart/contract';
import { expect, it } from 'vitest';
import { moveTargets, sharingAfterMove } from './move-targets.ts';

function space(id: number, access: SpaceView['access'], can: SpaceView['can']): SpaceView {
  const names = { en: `s${id}`, fr: `s${id}`, ar: `s${id}` };
  const sharing: SpaceView['sharing'] = access === 'open' ? ['network', 'space'] : ['space'];
  const own = { joined: true, requested: false, unread: 0 };
  return { id, slug: `s${id}`, names, access, purpose: names, ...own, sharing, can };
}

it('offers only spaces that one looks after and that are at least as strict', () => {
  const spaces = [
    space(1, 'restricted', ['announce']),
    space(2, 'open', ['announce']),
    space(3, 'restricted', ['start']),
    space(4, 'restricted', ['announce']),
    space(5, 'private', ['admit']),
  ];
  const thread = { space: { id: 1, access: 'restricted' } } as ThreadView;
  expect(moveTargets(spaces, thread).map(({ id }) => id)).toEqual([4, 5]);
});

it('takes the stricter label', () => {
  expect(sharingAfterMove('network', space(2, 'open', []))).toBe('network');
  expect(sharingAfterMove('network', space(4, 'restricted', []))).toBe('space');
});
