import { z } from "zod";
import { SentId } from "../schemas/text.ts";
import { UserId } from "../schemas/who.ts";

export const LiveQuery = z.object({
  session_id: SentId.optional().describe("Left out: the user's default session."),
  user_id: UserId.optional(),
  since: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe("The highest `seq` seen; what came after it is told first."),
  access_token: z.string().optional().describe("The bearer token, for clients that cannot send headers."),
});
export type LiveQuery = z.infer<typeof LiveQuery>;
