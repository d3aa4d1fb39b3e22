import { hold } from "../../chat/hold.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Documents } from "./documents.ts";

/** "write a logline" and "the logline is: …". */
export function createDocumentSkill(documents: Documents): Skill {
  const requested = (reading: Parameters<Skill["claims"]>[1]) =>
    reading.requests.find((request) => request.type === "document");
  return {
    name: "document",
    claims: (_turn, reading) => requested(reading) !== undefined,
    run: async (turn, reading) => {
      const request = requested(reading);
      if (!request) return { blocks: [] };
      const { document, text, brief } = request;
      if (text !== undefined) return documents.keep(turn, document, text);
      const options = { action: "write", step: document, reason: brief };
      return (
        hold(turn, { type: "command", command: "workflow", options }) ??
        documents.write(turn, document, brief)
      );
    },
  };
}
