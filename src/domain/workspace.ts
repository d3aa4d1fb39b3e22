import { z } from "zod";

export const Platform = z.enum(["web", "discord", "slack"]);
export type Platform = z.infer<typeof Platform>;

/** The tenant: a Discord guild, a Slack workspace, or the local one. Nothing crosses it. */
export const Workspace = z.object({
  id: z.string(),
  platform: Platform,
  /** The platform's own id (guild id, team id), or "local". Unique per platform. */
  external_id: z.string(),
  name: z.string(),
  created_at: z.iso.datetime(),
});
export type Workspace = z.infer<typeof Workspace>;
