import { z } from "zod";
import { ChatMessage } from "../../../chat/chat-message.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup } from "../lookup.ts";
import { CommandAnswer, CompleteAnswer, CompleteBody } from "../schemas/command.ts";
import { refusals } from "../schemas/error.ts";
import { SentId } from "../schemas/text.ts";
import { LOCAL_WORKSPACE } from "../security/caller.ts";
import { commandAnswer } from "../views/command-answer.ts";

const params = z.object({ id: SentId });

/** A message by its id, the commands there are, and how their options may go on. */
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
  app.post(
    "/api/v1/chat/complete",
    {
      schema: {
        tags: ["talk"],
        summary: "How a command's option may go on while it is typed",
        body: CompleteBody,
        response: { ...refusals(400, 404), 200: CompleteAnswer },
      },
    },
    async ({ caller, body: { session_id, ...asked } }) => {
      const { session } = await createLookup(deps, caller).session(session_id);
      const person = { id: caller.user_id ?? LOCAL_WORKSPACE, role: caller.role };
      const found = await deps.receiver.complete?.({ ...asked, place: session.place, person });
      return { suggestions: [...(found ?? [])] };
    },
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
