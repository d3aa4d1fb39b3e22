import type { Logger as SlackLogger } from "@slack/bolt";
import type { Logger } from "../../ports/logger.ts";
import type { Bolt } from "./link.ts";

/** Bolt's log lines in ours. Its debug lines hold whole payloads and stay out. */
export function boltLogger(logger: Logger, { LogLevel }: Bolt): SlackLogger {
  const words = (told: readonly unknown[]) =>
    told
      .map((one) =>
        one instanceof Error ? one.message : typeof one === "string" ? one : JSON.stringify(one),
      )
      .join(" ");
  return {
    debug: () => undefined,
    info: (...told) => logger.debug({ told: words(told) }, "Bolt"),
    warn: (...told) => logger.warn({ told: words(told) }, "Bolt warned"),
    error: (...told) => logger.warn({ told: words(told) }, "Bolt reported an error"),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
