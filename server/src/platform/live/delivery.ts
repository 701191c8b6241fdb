import type { LoggedEvent } from '@counterpart/db';
import type { Access } from './access.ts';
import type { Merger } from './merger.ts';
import { type LiveReading, readData, toMessage } from './reading.ts';
import type { Rooms } from './rooms.ts';

export interface DeliveryOptions {
  from: number;
  reading: LiveReading;
  rooms: Rooms;
  merger: Merger;
  access: Access;
  onFailure: (error: unknown) => void;
}

/** Brings each batch of the log to the sockets of this process. */
export function createDelivery(options: DeliveryOptions) {
  const { from, reading, rooms, merger, access, onFailure } = options;
  let delivered = from;

  return {
    /** The highest number that every live follower has been sent, or was not to be sent. */
    delivered: () => delivered,

    async deliver(events: readonly LoggedEvent[]): Promise<void> {
      const followed = events.filter(({ scope }) => rooms.isFollowed(scope));
      const data = await readData(reading, followed, onFailure);
      for (const event of events) {
        if (event.seq <= delivered) continue;
        // At its place in the order: nothing after it reaches those who lost the right.
        if (access.isChange(event)) await access.apply(event);
        delivered = event.seq;
        if (!rooms.isFollowed(event.scope)) continue;
        const message = toMessage(event, data.get(event.seq));
        rooms.keep(message);
        merger.push(message);
      }
    },
  };
}
