/**
 * Tells the other pages of this browser, and hears them. `read` makes of a message what is meant by it;
 * undefined for one that is none, as another build may send it.
 */
export function openChannel<Message>(
  name: string,
  read: (data: unknown) => Message | undefined,
  hear: (message: Message) => void,
): (message: Message) => void {
  if (!('BroadcastChannel' in globalThis)) return () => undefined;
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => {
    const message = read(data);
    if (message !== undefined) hear(message);
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
  return (message) => channel.postMessage(message);
}
