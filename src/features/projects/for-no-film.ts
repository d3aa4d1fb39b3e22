import type { InboundEvent } from "../../chat/inbound-event.ts";

const AT_ONCE = new Set(["project", "session", "help", "stop", "missed"]);

/** Whether what was done can be answered where there is no film yet. Presses and forms say themselves what they are about. */
export function isForNoFilm(event: InboundEvent): boolean {
  if (event.type !== "message" && event.type !== "command") return true;
  const typed = /^\s*\/([\w-]+)/.exec(event.text)?.[1];
  return AT_ONCE.has(event.type === "command" ? event.command : (typed ?? ""));
}
