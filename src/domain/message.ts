import { z } from "zod";

/** Slack's own limit for the text of one message; longer talk is uploaded as a file. */
export const MAX_MESSAGE_CHARS = 40_000;

export const StoredFile = z.object({
  id: z.string(),
  name: z.string(),
  media_type: z.string(),
  size: z.int().nonnegative(),
  url: z.string(),
  /** How long a voice note is. */
  seconds: z.number().nonnegative().optional(),
});
export type StoredFile = z.infer<typeof StoredFile>;

/** What a person or Backlot said in a session. `version` grows with each edit; `platform_id` is the id it has where it was posted. */
export const Message = z.object({
  id: z.string(),
  session_id: z.string(),
  turn_id: z.string().optional(),
  role: z.enum(["person", "backlot"]),
  user_id: z.string(),
  user_name: z.string().optional(),
  text: z.string(),
  files: z.array(StoredFile).optional(),
  platform_id: z.string().optional(),
  version: z.int().positive(),
  at: z.iso.datetime(),
  edited_at: z.iso.datetime().optional(),
  /** What its author has changed it to after it was answered. The text stays as it was read, since it proves what came from it. */
  now: z.string().optional(),
  /** The messages that keep its later versions, oldest first. */
  edits: z.array(z.string()).optional(),
  /** Its author deleted it after it was answered. */
  taken_back: z.literal(true).optional(),
});
export type Message = z.infer<typeof Message>;
