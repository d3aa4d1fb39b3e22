import { z } from "zod";
import { Message } from "../domain/message.ts";
import { Block } from "./reply.ts";

/** A message with what is drawn in it. `text` alone says the same in words, for readers without blocks. */
export const ChatMessage = Message.extend({ blocks: z.array(Block) });
export type ChatMessage = z.infer<typeof ChatMessage>;
