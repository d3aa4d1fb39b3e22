import { z } from "zod";
import { MAX_MESSAGE_CHARS } from "../../../domain/message.ts";
import { cleanLine, SentId } from "../schemas/text.ts";

export const ClientFrame = z
  .discriminatedUnion("type", [
    z.object({
      type: z.literal("message"),
      message: z.string().meta({ minLength: 1, maxLength: MAX_MESSAGE_CHARS }),
      message_id: cleanLine(200).optional(),
    }),
    z.object({ type: z.literal("choice"), choice_id: SentId }),
    z.object({
      type: z.literal("form"),
      form_id: SentId,
      values: z.record(z.string().max(200), z.string().max(MAX_MESSAGE_CHARS)),
    }),
    z.object({ type: z.literal("typing") }),
    z.object({ type: z.literal("ping") }),
  ])
  .meta({ id: "ClientFrame" });
export type ClientFrame = z.infer<typeof ClientFrame>;
