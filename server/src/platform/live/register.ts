import { type LiveSocket, sendBack, turnAway } from './socket.ts';

/** Sockets of one member; the oldest makes room. */
const perMember = 12;
/** Whoever is slower to close is cut off. */
const patienceMs = 2_000;

/** The sockets of this process, by member. */
export function createRegister() {
  const byMember = new Map<number, Set<LiveSocket>>();
  let whenEmpty: (() => void) | undefined;

  const members = () => [...byMember.keys()];
  const sockets = (memberId: number) => [...(byMember.get(memberId) ?? [])];
  const all = () => members().flatMap(sockets);

  return {
    members,
    sockets,
    all,
    count: () => all().length,

    add(socket: LiveSocket): void {
      const { memberId } = socket.data.actor;
      const mine = byMember.get(memberId) ?? new Set();
      byMember.set(memberId, mine.add(socket));
      const [oldest] = mine;
      if (mine.size > perMember && oldest !== undefined) turnAway(oldest);
    },

    remove(socket: LiveSocket): void {
      const { memberId } = socket.data.actor;
      const mine = byMember.get(memberId);
      mine?.delete(socket);
      if (mine?.size === 0) byMember.delete(memberId);
      if (byMember.size === 0) whenEmpty?.();
    },

    /** Tells everybody to come back spread over ten milliseconds each, and closes. */
    async letAllGo(): Promise<void> {
      const going = all();
      if (going.length === 0) return;
      const gone = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        whenEmpty = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      for (const socket of going) {
        socket.emit('restarting', { spreadMs: 10 * going.length });
        sendBack(socket);
      }
      await gone;
    },
  };
}

export type Register = ReturnType<typeof createRegister>;
