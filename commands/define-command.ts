import type { z } from "zod";
import type { Command } from "../src/chat/command.ts";
import type { Features } from "../src/features/features.ts";

/** Ties a command's `run` to the types of its own options. */
export function defineCommand<S extends z.ZodObject>(command: Command<S, Features>): Command<S, Features> {
  return command;
}
