import pino from "pino";
import type { Logger } from "../ports/logger.ts";
import { loggedError } from "./logged-error.ts";

/** Wherever one of these stands in a logged object, its value is hidden. */
const SECRET_PATHS = [
  "token",
  "secret",
  "password",
  "authorization",
  "apiKey",
  "api_key",
  "cookie",
  "headers.authorization",
  "headers.cookie",
];

export function createLogger(level: string): Logger {
  const redact = {
    paths: SECRET_PATHS.flatMap((path) => [path, `*.${path}`, `err.${path}`, `err.config.${path}`]),
    censor: "[hidden]",
  };
  return pino(
    {
      level,
      redact,
      serializers: { err: loggedError },
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
