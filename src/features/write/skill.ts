import { hold } from "../../chat/hold.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Reading } from "../../domain/reading/reading.ts";
import { mayActAs } from "../../domain/role.ts";
import type { Documents } from "./documents.ts";
import { formatOffers } from "./format-offers.ts";
import { premiseIn } from "./premise.ts";

/** "write a logline", "the logline is: …", and, while the film has no concept, "it's about a bus driver who …". */
export function createDocumentSkill(documents: Documents): Skill {
  const requested = (reading: Reading) => reading.requests.find((request) => request.type === "document");
  return {
    name: "document",
    claims: (turn, reading) => requested(reading) !== undefined || concept(turn, reading) !== undefined,
    run: async (turn, reading) => {
      const request = requested(reading);
      const premise = concept(turn, reading);
      if (!request) {
        if (premise === undefined) return { blocks: [] };
        const kept = await documents.keep(turn, "concept", premise);
        return { ...kept, blocks: [...kept.blocks, ...formatOffers(turn)] };
      }
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

/** The first thing that people tell of a film is what it is about. Later it is talk: the concept stays until it is said anew. */
function concept({ project, person, message }: Turn, reading: Reading): string | undefined {
  const isNew = project.documents.concept === undefined && reading.requests.length === 0;
  if (!isNew || message === undefined || !mayActAs(person.role, "writer")) return undefined;
  return premiseIn(message.text, reading.statements.length > 0);
}
