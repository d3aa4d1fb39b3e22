import { z } from "zod";
import { StoredFile } from "../domain/message.ts";
import { Role } from "../domain/role.ts";
import { Place } from "../domain/session.ts";

/** `role` is what the platform lets them do; `groups` are the roles or user groups they have there, by their ids. */
const Person = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  role: Role,
  groups: z.array(z.string()).optional(),
});
export type Person = z.infer<typeof Person>;

export const FileSource = z.object({
  file_id: z.string(),
  /** The platform's own id of the file. */
  platform_id: z.string(),
  /** Missing where the platform tells it only to who asks. */
  url: z.string().optional(),
});
export type FileSource = z.infer<typeof FileSource>;

const base = {
  /** Stable across deliveries of the same event, unique in the whole deployment: `<platform>:<what>:<platform id>`. */
  id: z.string().min(1),
  place: Place,
  person: Person,
  at: z.iso.datetime(),
};

/** `page` counts from 0; `before`: the event of the page before this one. `last`: nothing more follows. */
const FormPart = z.object({
  page: z.int().nonnegative(),
  pages: z.int().positive(),
  before: z.string().optional(),
  last: z.boolean(),
});

/** What reaches Backlot from any platform. Its id is the key under which it is stored once. */
export const InboundEvent = z.discriminatedUnion("type", [
  z.object({
    ...base,
    type: z.literal("message"),
    text: z.string(),
    platform_id: z.string().optional(),
    /** The thread of its place is not there: it is opened from this message, where answers go into threads. */
    opens: z.literal(true).optional(),
    /** It stands in the channel itself, although it belongs to the thread of its place. */
    beside: z.literal(true).optional(),
    files: z.array(StoredFile).optional(),
    /** Where files that were posted on a platform are fetched from; the others are here already. */
    sources: z.array(FileSource).optional(),
  }),
  /** `options` are raw: the command's own schema validates them. `text` is what the person typed, for the record. */
  z.object({
    ...base,
    type: z.literal("command"),
    command: z.string(),
    options: z.record(z.string(), z.unknown()),
    text: z.string(),
    platform_id: z.string().optional(),
  }),
  /** `unique`: the id is this very press's, and delivered again it is the same one. Otherwise a press that used nothing up frees it. */
  z.object({
    ...base,
    type: z.literal("choice"),
    choice_id: z.string(),
    unique: z.literal(true).optional(),
  }),
  /** What was said in a turn that is over, as its speaker has changed it since; null when they took it back. `of` is the turn. */
  z.object({ ...base, type: z.literal("amended"), of: z.string(), now: z.string().nullable() }),
  z.object({
    ...base,
    type: z.literal("form"),
    form_id: z.string(),
    values: z.record(z.string(), z.string()),
    /** One page of a form, which counts with the pages before it. Before its last page nothing of it is written. */
    part: FormPart.optional(),
  }),
]);
export type InboundEvent = z.infer<typeof InboundEvent>;

/** What a person says in an event, where they say something. */
export function wordsIn(event: InboundEvent): string | undefined {
  switch (event.type) {
    case "message":
    case "command":
      return event.text;
    case "amended":
      return event.now ?? undefined;
    case "choice":
    case "form":
      return undefined;
  }
}

/** A person changed or took back what they said. It changes an event that waits; of one that was answered already Backlot offers what that would change. */
export const Amendment = z.object({
  event_id: z.string(),
  place: Place,
  text: z.string().nullable(),
  /** Nobody told of it: the message is not where it was said any more. */
  missing: z.literal(true).optional(),
});
export type Amendment = z.infer<typeof Amendment>;
