import { ABOUT_NO_FILM } from "../../chat/about-no-film.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";

/** Whether what was done can be answered where there is no film yet. Presses and forms say themselves what they are about. */
export function isForNoFilm(event: InboundEvent): boolean {
  if (event.type !== "message" && event.type !== "command") return true;
  const typed = /^\s*\/([\w-]+)/.exec(event.text)?.[1];
  return ABOUT_NO_FILM.has(event.type === "command" ? event.command : (typed ?? ""));
}
