import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Inbox } from "../../ports/inbox.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import type { Venue } from "./venue.ts";

export interface PlacesParts {
  readonly projects: ProjectStore;
  readonly sessions: SessionStore;
  readonly venue?: Pick<Venue, "channelName">;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface ProjectsParts extends PlacesParts {
  readonly inbox: Pick<Inbox, "line" | "drop">;
  readonly venue: Venue;
}
