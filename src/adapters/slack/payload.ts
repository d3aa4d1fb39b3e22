import { z } from "zod";

/** What Backlot reads of Slack's payloads; the rest may change without harm. Field names are Slack's. */
const File = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.int().nonnegative().optional(),
  /** Of a file that came from another workspace Slack tells the id alone, and the rest to who asks. */
  url_private: z.string().optional(),
  duration_ms: z.number().nonnegative().optional(),
  /** Of a file that was deleted: "tombstone". */
  mode: z.string().optional(),
});
/** One file of a kind that Backlot does not know must not cost the others. */
const Files = z
  .array(File.optional().catch(undefined))
  .transform((files) =>
    files.filter((file) => file !== undefined).filter(({ mode }) => mode !== "tombstone"),
  );

/** Messages that are shared stand in a message like the previews of links do. */
const Shared = z.array(z.object({ is_share: z.boolean().optional(), text: z.string().nullish() }));

export const SlackMessage = z.object({
  type: z.string().optional(),
  subtype: z.string().optional(),
  channel: z.string().optional(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  parent_user_id: z.string().optional(),
  deleted_ts: z.string().optional(),
  edited: z.object({ ts: z.string().optional() }).nullish(),
  files: Files.catch([]).default([]),
  /** Of somebody from another workspace, whom this one's list of people may not know. */
  user_profile: z
    .object({ display_name: z.string().nullish(), real_name: z.string().nullish() })
    .nullish()
    .catch(null),
  attachments: Shared.catch([]).default([]),
  /** The words of a message stand in its text, too. */
  blocks: z.array(z.unknown()).catch([]).default([]),
});
export type SlackMessage = z.infer<typeof SlackMessage>;

export const EventBody = z.object({
  team_id: z.string(),
  event: SlackMessage.extend({
    message: SlackMessage.optional().catch(undefined),
    previous_message: SlackMessage.optional().catch(undefined),
  }),
});

export const CommandBody = z.object({
  command: z.string().startsWith("/"),
  text: z.string().default(""),
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  trigger_id: z.string(),
});

const Team = z.object({ id: z.string() }).nullish();
const User = z.object({ id: z.string(), name: z.string().optional(), team_id: z.string().optional() });

export const ActionsBody = z.object({
  type: z.literal("block_actions"),
  team: Team,
  user: User,
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  container: z.object({ is_ephemeral: z.boolean().optional(), thread_ts: z.string().optional() }).optional(),
  trigger_id: z.string().optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
        action_ts: z.string().optional(),
      }),
    )
    .min(1),
});
export type ActionsBody = z.infer<typeof ActionsBody>;

const InputState = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

export const ViewBody = z.object({
  type: z.literal("view_submission"),
  trigger_id: z.string().optional(),
  user: User,
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string().default(""),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), InputState)) }),
  }),
});
