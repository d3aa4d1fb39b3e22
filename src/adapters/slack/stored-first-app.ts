import type { App, AppOptions } from "@slack/bolt";
import type { Bolt } from "./link.ts";

/**
 * Bolt acknowledges an event before anyone has seen it, and Slack then never tells it again. Here an event is
 * acknowledged when its listeners are done; when they fail it is not, and Slack sends it again. Presses and commands
 * are acknowledged by their listener, since a person waits for it.
 */
export function createStoredFirstApp(bolt: Bolt, options: AppOptions): App {
  class StoredFirstApp extends bolt.App {
    override async processEvent(event: Parameters<App["processEvent"]>[0]): Promise<void> {
      if (event.body.event === undefined) return super.processEvent(event);
      let acknowledge: (() => Promise<void>) | undefined;
      const hold = async (response?: unknown) => {
        acknowledge = () => event.ack(response);
      };
      await super.processEvent({ ...event, ack: hold });
      await acknowledge?.();
    }
  }
  return new StoredFirstApp(options);
}
