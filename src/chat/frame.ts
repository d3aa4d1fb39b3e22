import { z } from "zod";
import { Change } from "../domain/bible/change.ts";
import { Operation } from "../domain/operation.ts";
import { ChatMessage } from "./chat-message.ts";

export const PublicChange = Change.omit({ before: true, after: true });
export type PublicChange = z.infer<typeof PublicChange>;

/** What happens in a session, as those who watch it are told. Stored with a growing `seq`, so that who was away can catch up. */
export const Frame = z.discriminatedUnion("type", [
  z.object({ type: z.literal("message.created"), message: ChatMessage }),
  z.object({ type: z.literal("message.updated"), message: ChatMessage }),
  z.object({ type: z.literal("change"), change: PublicChange }),
  z.object({ type: z.literal("operation.progress"), operation: Operation }),
]);
export type Frame = z.infer<typeof Frame>;

/** Told only to those present, never stored: half-written replies, who is typing. */
export type LiveFrame =
  | Frame
  | { readonly type: "typing"; readonly user_id: string; readonly name?: string | undefined }
  | { readonly type: "presence"; readonly users: readonly string[] };
