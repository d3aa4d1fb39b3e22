import pino from "pino";

/** Whoever has an interaction's token may answer it for fifteen minutes: https://docs.discord.com/developers/interactions/receiving-and-responding */
const TOKENS = /((?:webhooks|interactions)\/\d+)\/[^/?]+/g;

/** An error as it is logged: without what was sent to a platform, and without the tokens in its addresses. */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { requestBody: _sent, url, ...logged } = pino.stdSerializers.err(error);
  return typeof url === "string" ? { ...logged, url: url.replace(TOKENS, "$1/[hidden]") } : logged;
}
