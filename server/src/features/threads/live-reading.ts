import type { Actor } from '../../platform/actor.ts';
import { isStaff } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import type { LiveReading } from '../../platform/live.ts';
import { innerSpaces, readableSpaces, visibleThreads } from '../spaces/index.ts';
import type { ThreadMemory } from './memory.ts';
import { readPost } from './page-windows.ts';

function idsIn(scopes: readonly string[], kind: string): number[] {
  return scopes.flatMap((scope) => {
    const [name, id] = scope.split(':');
    return name === kind && id !== undefined ? [Number(id)] : [];
  });
}

async function readableIds(house: House, actor: Actor, scopes: readonly string[]) {
  const idsOf = (kind: string) => idsIn(scopes, kind);
  const [spaces, joined, threads] = [idsOf('space'), idsOf('joined'), idsOf('thread')];
  if (spaces.length + joined.length + threads.length === 0) return [];
  const rows = await house.db.read(
    (sql) => sql<{ scope: string }[]>`
      select 'space:' || space.id as scope from space
      where space.id = any(${spaces}::bigint[]) and ${readableSpaces(sql, actor)}
      union all
      select 'joined:' || space.id from space
      where space.id = any(${joined}::bigint[]) and ${innerSpaces(sql, actor)}
      union all
      select 'thread:' || thread.id from thread
      where thread.id = any(${threads}::bigint[]) and ${visibleThreads(sql, actor)}`,
  );
  return rows.map(({ scope }) => scope);
}

/** Rights and shared data for the live side: the same rules as every page. */
export function createLiveReading(house: House, memory: ThreadMemory): LiveReading {
  return {
    async readable(actor, scopes) {
      const own = new Set(['network', `member:${actor.memberId}`]);
      if (isStaff(actor)) own.add('staff');
      const rows = await readableIds(house, actor, scopes);
      return new Set([...scopes.filter((scope) => own.has(scope)), ...rows]);
    },

    async dataFor(events) {
      const wanted = new Map(
        events.map(({ subject, version }) => [subject, { id: subject, version: String(version) }]),
      );
      const posts = await memory.posts.get([...wanted.values()]);
      return new Map(
        events.flatMap(({ seq, subject }) => {
          const post = posts.get(subject);
          return post === undefined ? [] : [[seq, readPost(post)] as const];
        }),
      );
    },
  };
}
