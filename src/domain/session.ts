import { z } from "zod";
import { Platform } from "./workspace.ts";

/** Where a session lives on its platform. Web sessions use the session id as the channel. */
export const Place = z.object({
  platform: Platform,
  workspace: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

/** A word alone can answer one of so many questions; older ones are answered from the list. */
export const MAX_ASKED = 5;

/** What a session remembers between turns. Bounded: it never grows with the length of the talk. */
export const SessionMemory = z.object({
  /** Entries spoken of lately, newest first; what a pronoun may mean. */
  focus: z
    .array(
      z.object({ entry_id: z.string(), kind: z.string(), name: z.string(), gender: z.string().optional() }),
    )
    .max(8),
  /** The offline engine introduces itself once a session. */
  introduced: z.boolean(),
  /** Points of this session that still wait for an answer, newest first: what a short answer may be to. */
  asked: z.array(z.string()).max(MAX_ASKED).optional(),
});
export type SessionMemory = z.infer<typeof SessionMemory>;

export const EMPTY_MEMORY: SessionMemory = { focus: [], introduced: false };

/** One conversation in a project: a thread, or a channel's own line of talk. */
export const Session = z.object({
  id: z.string(),
  project_id: z.string(),
  workspace_id: z.string(),
  title: z.string(),
  place: Place,
  status: z.enum(["open", "closed"]),
  memory: SessionMemory,
  created_by: z.string(),
  created_at: z.iso.datetime(),
  last_message_at: z.iso.datetime().optional(),
});
export type Session = z.infer<typeof Session>;
