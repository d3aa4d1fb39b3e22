import { z } from "zod";

/** What Backlot reads of Discord's payloads; the rest may change without harm. Field names are Discord's. */
const User = z.object({
  id: z.string(),
  username: z.string().optional(),
  global_name: z.string().nullish(),
  bot: z.boolean().optional(),
});

const Member = z.object({
  nick: z.string().nullish(),
  roles: z.array(z.string()).optional(),
  permissions: z.string().optional(),
});

const Reference = z.object({ message_id: z.string().optional(), channel_id: z.string().optional() });

const Attachments = z
  .array(
    z.object({
      id: z.string(),
      filename: z.string(),
      size: z.int(),
      url: z.string(),
      content_type: z.string().optional(),
      /** Voice messages have one. */
      duration_secs: z.number().nonnegative().optional(),
    }),
  )
  .default([]);

/** A message that is forwarded: its words and files, and not whose they were. */
const Snapshot = z.object({
  message: z.object({ content: z.string().default(""), attachments: Attachments }),
});

export const MessagePayload = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  type: z.int(),
  author: User,
  member: Member.optional(),
  webhook_id: z.string().optional(),
  content: z.string(),
  timestamp: z.string(),
  edited_timestamp: z.string().nullish(),
  mentions: z.array(User).default([]),
  message_reference: Reference.optional(),
  referenced_message: z
    .object({ id: z.string(), author: User, message_reference: Reference.optional() })
    .nullish(),
  attachments: Attachments,
  /** A question put to the others; what it asks stands in no text. */
  poll: z.object({}).nullish().catch(null),
  message_snapshots: z.array(Snapshot).catch([]).default([]),
});
export type MessagePayload = z.infer<typeof MessagePayload>;

export const DeletePayload = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
});

const OptionValue = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** What is being typed, where Discord asks how it may go on. */
  focused: z.boolean().optional(),
});

/** One field of a submitted modal: within a label, or in a row of its own. */
const Input = z.object({
  custom_id: z.string(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
});
const ModalRow = z.object({ component: Input.optional(), components: z.array(Input).optional() });

export const InteractionPayload = z.object({
  id: z.string(),
  type: z.int(),
  token: z.string(),
  guild_id: z.string().optional(),
  channel_id: z.string().optional(),
  channel: z.object({ id: z.string(), type: z.int(), parent_id: z.string().nullish() }).optional(),
  member: Member.extend({ user: User }).optional(),
  user: User.optional(),
  message: z
    .object({ id: z.string(), flags: z.int().optional(), message_reference: Reference.optional() })
    .optional(),
  data: z
    .object({
      type: z.int().optional(),
      name: z.string().optional(),
      options: z.array(OptionValue).optional(),
      custom_id: z.string().optional(),
      component_type: z.int().optional(),
      values: z.array(z.string()).optional(),
      components: z.array(ModalRow).optional(),
    })
    .optional(),
});
export type InteractionPayload = z.infer<typeof InteractionPayload>;

export type UserPayload = z.infer<typeof User>;
