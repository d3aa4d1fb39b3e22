import type { Client } from "discord.js";
import type { Clock } from "../../ports/clock.ts";

export type DiscordJs = typeof import("discord.js");

/** The loaded library and the connected client. */
export interface Link {
  readonly discord: DiscordJs;
  readonly client: Client<true>;
  readonly clock: Clock;
  /** Discord shows what the links in replies lead to. */
  readonly unfurls?: boolean | undefined;
}
