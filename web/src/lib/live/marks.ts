import { type FollowReply, type FollowRequest, limits } from '@counterpart/contract';

interface Followed {
  users: number;
  /** From this number on nothing is missed. */
  from: number;
  /** The highest number seen; nothing at or below it is taken again. */
  mark: number;
  state: 'wanted' | 'asked' | 'following' | 'refused';
  /** Which question the state waits for; answers to older ones are void. */
  round: number;
  isToldRefused: boolean;
}

/** Who keeps what was loaded of a scope: the cache of answers, or a page by itself. */
export type Holder = 'cache' | 'page';

interface Mark {
  scope: string;
  mark: number;
}

/** More packets at once than this come near to what the server takes from one socket. */
const mostPackets = 20;

function inPackets(marks: readonly Mark[]): FollowRequest[] {
  const requests: FollowRequest[] = [];
  for (let start = 0; start < marks.length; start += limits.followScopes) {
    const part = marks.slice(start, start + limits.followScopes);
    const since = Math.min(...part.map(({ mark }) => mark));
    requests.push({ scopes: part.map(({ scope }) => scope), since });
  }
  return requests;
}

/** Scopes with the same mark go together; very many marks share the lowest, and what is doubled is dropped. */
export function packetsFor(marks: readonly Mark[]): FollowRequest[] {
  const sorted = marks.toSorted((a, b) => a.mark - b.mark);
  const values = [...new Set(sorted.map(({ mark }) => mark))];
  const packets = values.flatMap((value) => inPackets(sorted.filter(({ mark }) => mark === value)));
  return packets.length > mostPackets ? inPackets(sorted) : packets;
}

function want(one: Followed, asOf = one.mark): void {
  one.state = 'wanted';
  one.round = 0;
  one.mark = asOf;
}

function begin(asOf: number): Followed {
  return { users: 0, from: asOf, mark: asOf, state: 'wanted', round: 0, isToldRefused: false };
}

/** What is shown of which scope, and how far each has been seen. */
export function createMarks() {
  const all = new Map<string, Followed>();
  let lastRound = 0;

  return {
    /** True when the scope must be asked for, from the beginning or again. */
    hold(scope: string, asOf: number, holder: Holder = 'cache'): boolean {
      const one = all.get(scope) ?? begin(asOf);
      all.set(scope, one);
      one.users += 1;
      // Older data than what is followed, or someone who could load a refused scope again.
      const known = holder === 'page' ? one.mark : one.from;
      const isAgain = asOf < known || (one.state === 'refused' && asOf > one.mark);
      if (isAgain) {
        one.from = one.state === 'refused' ? asOf : Math.min(one.from, asOf);
        want(one, asOf);
      }
      return one.state === 'wanted';
    },

    /** True when nobody holds it any more. */
    release(scope: string): boolean {
      const one = all.get(scope);
      if (one === undefined) return false;
      one.users -= 1;
      return one.users === 0;
    },

    isHeld: (scope: string) => (all.get(scope)?.users ?? 0) > 0,
    forget: (scope: string) => all.delete(scope),

    wantAll(): void {
      for (const one of all.values()) want(one);
    },

    /** The questions to be put now, each with the number of its round. */
    ask(): { round: number; request: FollowRequest }[] {
      const wanted = [...all].filter(([, { state }]) => state === 'wanted');
      const requests = packetsFor(wanted.map(([scope, { mark }]) => ({ scope, mark })));
      return requests.map((request) => {
        lastRound += 1;
        for (const scope of request.scopes)
          Object.assign(all.get(scope) ?? {}, { state: 'asked', round: lastRound });
        return { round: lastRound, request };
      });
    },

    /** Gives the scopes that are refused for the first time, with their marks. */
    answered({ scopes }: FollowRequest, round: number, { ok }: FollowReply): Mark[] {
      const joined = new Set(ok);
      const news: Mark[] = [];
      for (const scope of scopes) {
        const one = all.get(scope);
        if (one?.round !== round) continue;
        const isRefused = !joined.has(scope);
        if (isRefused && !one.isToldRefused) news.push({ scope, mark: one.mark });
        one.state = isRefused ? 'refused' : 'following';
        one.isToldRefused = isRefused;
      }
      return news;
    },

    isSettled: () =>
      [...all.values()].every(({ state }) => state === 'following' || state === 'refused'),

    /** Whether an event is new here. While a question is on its way, it comes again behind the answer. */
    accept(scope: string, seq: number): boolean {
      const one = all.get(scope);
      if (one?.state !== 'following' || seq <= one.mark) return false;
      one.mark = seq;
      return true;
    },

    /** Goes on from `seq`; also downwards, since the log may have been restored to an earlier state. */
    restart(scope: string, seq: number): boolean {
      const one = all.get(scope);
      if (one?.state !== 'following') return false;
      one.mark = seq;
      one.from = seq;
      return true;
    },
  };
}
