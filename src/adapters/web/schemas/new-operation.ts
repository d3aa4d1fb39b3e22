import { z } from "zod";
import { cleanText, SentId } from "./text.ts";
import { Who } from "./who.ts";

/** More than any brief may have, so that the refusal is Backlot's own, with what to do. */
const MAX_SENT_CHARS = 500_000;

export const NewOperation = Who.extend({
  kind: cleanText(200).describe("characters, locations, scenes, relationships, summaries or sheets."),
  count: z
    .union([z.number(), cleanText(200)])
    .optional()
    .describe("How many, from 1 to 10,000."),
  brief: cleanText(MAX_SENT_CHARS).optional().describe("What they should be like: at most 2,000 characters."),
  selection: cleanText(200).optional().describe("Of what there is: `missing` (what lacks it) or `all`."),
  confirm: z
    .boolean()
    .optional()
    .describe(
      "Yes, also where it takes long or costs much. Left out: large work is asked about and not begun.",
    ),
  session_id: SentId.optional().describe("Left out: the film's session spoken in last."),
  message_id: cleanText(200)
    .min(1)
    .optional()
    .describe("Your own id for the call: sent twice, it acts once."),
});
export type NewOperation = z.infer<typeof NewOperation>;
