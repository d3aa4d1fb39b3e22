import { z } from "zod";
import { Frame, type LiveFrame } from "../../../chat/frame.ts";
import { ErrorBody } from "../schemas/error.ts";

/** Told to one connection only. */
const Own = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello"), session_id: z.string() }),
  z.object({ type: z.literal("presence"), users: z.array(z.string()) }),
  z.object({ type: z.literal("typing"), user_id: z.string(), name: z.string().optional() }),
  z.object({
    type: z.literal("error"),
    error: ErrorBody.shape.error,
    message_id: z.string().optional().describe("Your message that was refused."),
  }),
  z.object({ type: z.literal("pong") }),
]);

/** `seq`: of the session's record for its frames; for all others that of the record's last frame before them. */
export const ServerFrame = z
  .intersection(z.object({ seq: z.int().nonnegative() }), z.union([Frame, Own]))
  .meta({ id: "ServerFrame" });

/** A frame before it has its `seq`. */
export type SentFrame = Frame | LiveFrame | z.infer<typeof Own>;
