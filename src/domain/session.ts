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
  /** The way back of a change of the film's schema made here, as `/schema change=` takes it, while nothing was written since. */
  schema_back: z.string().optional(),
  /** A film was opened for this place by itself, and people have not been told yet. */
  new_here: z.boolean().optional(),
});
export type SessionMemory = z.infer<typeof SessionMemory>;

export const EMPTY_MEMORY: SessionMemory = { focus: [], introduced: false };

/**
 * How Backlot behaves in a channel. `answers`: where a mention is answered, in a thread opened from it or in the channel.
 * `hears`: which messages of the channel count that are in no thread.
 */
export const ChannelSettings = z.object({
  answers: z.enum(["thread", "channel"]),
  hears: z.enum(["mentions", "all"]),
});
export type ChannelSettings = z.infer<typeof ChannelSettings>;

/** One conversation in a project: a thread, or a channel's own line of talk. */
export const Session = z.object({
  id: z.string(),
  project_id: z.string(),
  workspace_id: z.string(),
  title: z.string(),
  place: Place,
  status: z.enum(["open", "closed"]),
  memory: SessionMemory,
  /** Of the channel's own session, which also says what film the channel works on. Absent: threads and mentions. */
  channel: ChannelSettings.optional(),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  last_message_at: z.iso.datetime().optional(),
});
export type Session = z.infer<typeof Session>;

export const channelSettingsOf = ({ channel }: Pick<Session, "channel">): ChannelSettings =>
  channel ?? { answers: "thread", hears: "mentions" };

/** Tells one channel from another, whatever the thread. */
export const channelKey = ({ platform, workspace, channel }: Place): string =>
  `${platform} ${workspace} ${channel}`;

/** The channel that a place is in or is. */
export const channelOf = ({ thread: _thread, ...channel }: Place): Place => channel;
