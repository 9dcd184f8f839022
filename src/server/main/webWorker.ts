/** The global scope of a web worker as a port: the project is compiled without the DOM's types. */
export const ownPort = globalThis as unknown as InstanceType<typeof MessagePort>;

// A message channel's turn comes behind the messages that wait, and at once; timers are slowed down to 4 ms.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener("message", () => waiting.shift()?.());
channel.port1.start();

/** Resolves when messages that wait have had their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
