import type { Inbox } from "../../ports/inbox.ts";
import type { PlacesParts } from "./places.ts";
import type { Venue } from "./venue.ts";

export interface ProjectsParts extends PlacesParts {
  readonly inbox: Pick<Inbox, "line" | "drop">;
  readonly venue: Venue;
}
