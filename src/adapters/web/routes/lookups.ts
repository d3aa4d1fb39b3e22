import { z } from "zod";
import { ChatMessage } from "../../../chat/chat-message.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup } from "../lookup.ts";
import { CommandAnswer } from "../schemas/command.ts";
import { refusals } from "../schemas/error.ts";
import { SentId } from "../schemas/text.ts";
import { commandAnswer } from "../views/command-answer.ts";

const params = z.object({ id: SentId });

/** A message by its id, and the commands there are. */
export function lookupRoutes(app: WebApp, deps: WebDeps): void {
  const commands = deps.commands.map(commandAnswer);

  app.get(
    "/api/v1/chat/commands",
    {
      schema: {
        tags: ["talk"],
        summary: "The slash commands",
        response: { ...refusals(), 200: z.object({ commands: z.array(CommandAnswer) }) },
      },
    },
    async () => ({ commands }),
  );
  app.get(
    "/api/v1/messages/:id",
    {
      schema: {
        tags: ["talk"],
        summary: "One message",
        params,
        response: { ...refusals(404), 200: ChatMessage },
      },
    },
    async ({ caller, params }) => createLookup(deps, caller).message(params.id),
  );
}
