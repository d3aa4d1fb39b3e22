import type { Logger } from "../../src/ports/logger.ts";

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly data: object;
  readonly message: string;
}

/** A logger that keeps what it is told. */
export function noteLogger(lines: LogLine[] = []): Logger & { readonly lines: LogLine[] } {
  const note = (level: LogLine["level"]) => (data: object, message: string) =>
    void lines.push({ level, data, message });
  return {
    lines,
    debug: note("debug"),
    info: note("info"),
    warn: note("warn"),
    error: note("error"),
    child: () => noteLogger(lines),
  };
}
