import type { Logger } from "../../../../src/ports/logger.ts";

export interface Logged {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly data: Record<string, unknown>;
  readonly message: string;
}

/** Keeps what is logged, for a test to look at. */
export function createMemoryLogger(): { logger: Logger; logged: Logged[] } {
  const logged: Logged[] = [];
  const keep = (level: Logged["level"]) => (data: object, message: string) => {
    logged.push({ level, data: data as Logged["data"], message });
  };
  const logger: Logger = {
    debug: keep("debug"),
    info: keep("info"),
    warn: keep("warn"),
    error: keep("error"),
    child: () => logger,
  };
  return { logger, logged };
}
