import { saysReply, withoutPrefixes } from './subjects.ts';

/** What a message says of its place among the others. */
export interface Placed {
  id: string;
  refs: readonly string[];
  subject: string;
  at: number;
}

/** A message and the one it answers, as far as that is in the archive. */
export interface InConversation<Item> {
  item: Item;
  parent: Item | null;
}

/** An answer that names no message belongs to what was said about its subject within this time. */
const sameSubjectMs = 90 * 24 * 3_600_000;

/** Sets that grow together: whoever names whom, in whatever order, also in a circle. */
function createUnion() {
  const leaders = new Map<string, string>();
  function find(id: string): string {
    let top = id;
    for (let next = leaders.get(top); next !== undefined; next = leaders.get(top)) top = next;
    // The next search is short.
    for (let at = id; at !== top; ) {
      const next = leaders.get(at) ?? top;
      leaders.set(at, top);
      at = next;
    }
    return top;
  }
  return {
    find,
    join(one: string, other: string): void {
      const [a, b] = [find(one), find(other)];
      if (a !== b) leaders.set(a, b);
    },
  };
}

/** An answer never stands before what it answers, whatever clocks said; else by time. */
function inOrder<Item extends Placed>(items: readonly Item[], parents: Map<Item, Item>): Item[] {
  const children = new Map<Item | null, Item[]>();
  for (const item of items) {
    const parent = parents.get(item) ?? null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(item);
    else children.set(parent, [item]);
  }
  const effective = new Map<Item, number>();
  const open = [...(children.get(null) ?? [])];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const parent = parents.get(item);
    const least = parent === undefined ? item.at : (effective.get(parent) ?? item.at) + 1;
    effective.set(item, Math.max(item.at, least));
    open.push(...(children.get(item) ?? []));
  }
  const timeOf = (item: Item) => effective.get(item) ?? item.at;
  return items.toSorted((one, other) => timeOf(one) - timeOf(other));
}

/** Takes out what closes a circle, so that every message has a first one above it. */
function breakCircles<Item>(items: readonly Item[], parents: Map<Item, Item>): void {
  const done = new Set<Item>();
  for (const item of items) {
    const way = new Set<Item>();
    let at: Item | undefined = item;
    while (at !== undefined && !done.has(at)) {
      way.add(at);
      const parent = parents.get(at);
      if (parent !== undefined && way.has(parent)) parents.delete(at);
      at = parents.get(at);
    }
    for (const one of way) done.add(one);
  }
}

/** The message that each one answers: the nearest of those it names that is here. */
function findParents<Item extends Placed>(
  items: readonly Item[],
  byId: ReadonlyMap<string, Item>,
): Map<Item, Item> {
  const parents = new Map<Item, Item>();
  for (const item of items) {
    const named = item.refs.toReversed().map((id) => byId.get(id));
    const parent = named.find((one) => one !== undefined && one !== item);
    if (parent !== undefined) parents.set(item, parent);
  }
  breakCircles(items, parents);
  return parents;
}

/** Joins answers that name no message to what was said last about their subject. */
function joinBySubject<Item extends Placed>(
  items: readonly Item[],
  byId: ReadonlyMap<string, Item>,
  union: ReturnType<typeof createUnion>,
  listTag: string | null,
): void {
  const latest = new Map<string, Item>();
  for (const item of items.toSorted((one, other) => one.at - other.at)) {
    const subject = withoutPrefixes(item.subject, listTag).toLowerCase();
    const before = latest.get(subject);
    const isLost = saysReply(item.subject, listTag) && !item.refs.some((id) => byId.has(id));
    if (isLost && before !== undefined && item.at - before.at <= sameSubjectMs) {
      union.join(item.id, before.id);
    }
    latest.set(subject, item);
  }
}

/**
 * Messages as conversations: by what they name, else by subject. Each in its order, the oldest first.
 * `threads` says of messages elsewhere which stand together.
 */
export function conversationsOf<Item extends Placed>(
  items: readonly Item[],
  listTag: string | null,
  threads: ReadonlyMap<string, number> = new Map(),
): InConversation<Item>[][] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const union = createUnion();
  for (const { id, refs } of items) for (const ref of refs) union.join(id, ref);
  for (const [ref, thread] of threads) union.join(ref, ` thread ${thread}`);
  joinBySubject(items, byId, union, listTag);
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const leader = union.find(item.id);
    const group = groups.get(leader);
    if (group) group.push(item);
    else groups.set(leader, [item]);
  }
  const parents = findParents(items, byId);
  return [...groups.values()]
    .map((group) => inOrder(group, parents))
    .toSorted((one, other) => (one[0]?.at ?? 0) - (other[0]?.at ?? 0))
    .map((group) => group.map((item) => ({ item, parent: parents.get(item) ?? null })));
}
