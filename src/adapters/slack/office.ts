import type { webApi } from "@slack/bolt";
import type { Blobs } from "../../ports/blobs.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import { createBudget } from "./budget.ts";
import { createClient } from "./client.ts";
import { createFileDesk } from "./files.ts";
import type { Bolt, Link } from "./link.ts";
import { createPeople, type People } from "./people.ts";
import { createPictureShelf } from "./pictures.ts";
import { createPoster, type Poster } from "./posting.ts";
import { createUserGroups, type UserGroups } from "./user-groups.ts";
import { withFiles } from "./with-files.ts";

/** Backlot in one workspace: how its methods are called there, who Backlot is there, and whom it knows. */
export interface Office extends Link {
  /** Backlot's own user id. */
  readonly selfId: string;
  /** The same for what nobody waits for: it leaves some of what Slack takes to the others. */
  background(): Link;
  readonly people: People;
  readonly groups: UserGroups;
  readonly poster: Poster;
}

export interface OfficeParts {
  readonly bolt: Bolt;
  readonly clientOptions: webApi.WebClientOptions;
  readonly unfurls?: boolean | undefined;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Where Backlot is in this process. */
export interface Offices {
  /** Throws DeliveryFailure, a final one where Backlot is not installed. */
  of(workspace: string): Promise<Office>;
  /**
   * Asks Slack whether Backlot is still wanted in a workspace, and leaves it when it is not. Throws when Slack cannot be
   * asked just now.
   */
  stillIn(workspace: string): Promise<boolean>;
}

/**
 * Everything that belongs to one workspace hangs on the token of that workspace. `ofAll`: the workspace's id, where the
 * token is one for all workspaces of an organisation.
 */
export function createOffice(
  { bolt, clientOptions, unfurls, blobs, clock, logger }: OfficeParts,
  token: string,
  selfId: string,
  ofAll?: string,
): Office {
  const client = { bolt, clientOptions, budget: createBudget(clock) };
  const web = createClient(client, token);
  let kept: webApi.WebClient | undefined;
  const patient = () => {
    kept ??= createClient({ ...client, patient: true }, token);
    return kept;
  };
  const link: Link = { bolt, web, unfurls, ...(ofAll === undefined ? {} : { team: ofAll }) };
  const poster = createPoster(link, clock, createPictureShelf(link, blobs, logger));
  const groups = createUserGroups(link, clock);
  return {
    ...link,
    background: () => ({ ...link, web: patient() }),
    selfId,
    groups,
    people: createPeople(link, clock, groups),
    poster: withFiles(poster, createFileDesk(link, blobs, logger), clock),
  };
}
