import type { Bus } from "../../ports/bus.ts";

type Listener = (payload: unknown) => void;

/**
 * A bus within one process. Listeners are called after the publisher has gone on, in the order of publishing, as over a
 * network; `onError` is told of one that throws.
 */
export function createMemoryBus(onError: (error: unknown, topic: string) => void): Bus {
  const topics = new Map<string, Set<{ readonly listener: Listener }>>();
  const tell = (topic: string, payload: unknown) => {
    for (const { listener } of [...(topics.get(topic) ?? [])]) {
      try {
        listener(payload);
      } catch (error) {
        onError(error, topic);
      }
    }
  };
  return {
    publish: (topic, payload) => {
      if (topics.has(topic)) queueMicrotask(() => tell(topic, payload));
    },
    subscribe: (topic, listener) => {
      const subscription = { listener };
      const subscriptions = topics.get(topic) ?? new Set();
      topics.set(topic, subscriptions.add(subscription));
      return () => {
        subscriptions.delete(subscription);
        if (subscriptions.size === 0 && topics.get(topic) === subscriptions) topics.delete(topic);
      };
    },
    close: async () => topics.clear(),
  };
}
