import { UserError } from "../domain/errors.ts";
import type { Config } from "./config.ts";

/** What one process does of the product's work. */
export interface Duty {
  readonly name: "all" | "bot" | "worker";
  /** Hears people and answers them. */
  readonly talks: boolean;
  /** Works on the queue. */
  readonly works: boolean;
}

export const DUTIES = {
  all: { name: "all", talks: true, works: true },
  bot: { name: "bot", talks: true, works: false },
  worker: { name: "worker", talks: false, works: true },
} as const satisfies Record<Duty["name"], Duty>;

/** Throws a UserError for a part of the work on a store that no other process can reach. */
export function dutyOn({ store }: Pick<Config, "store">, name: Duty["name"]): Duty {
  if (name !== "all" && store.kind !== "server")
    throw new UserError(
      "invalid",
      `A ${name} of its own needs a database that other processes can reach, and this one is embedded.`,
      "Set DATABASE_URL to a Postgres server, or run npm start: that is bot and worker in one process.",
    );
  return DUTIES[name];
}
