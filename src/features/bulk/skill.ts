import { hold } from "../../chat/hold.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Bulk } from "./bulk.ts";

/** "create 10 characters at once" starts the same operation as /bulk characters 10, "summarise all scenes" as /bulk summaries. */
export function createBulkSkill(bulk: Bulk): Skill {
  const requested = (reading: Parameters<Skill["claims"]>[1]) =>
    reading.requests.find((request) => request.type === "bulk");
  return {
    name: "bulk",
    claims: (_turn, reading) => requested(reading) !== undefined,
    run: async (turn, reading) => {
      const request = requested(reading);
      if (!request) return { blocks: [] };
      const { operation, count = "", selection, brief } = request;
      const more = selection === undefined ? {} : { selection };
      const options = { kind: operation, count: String(count), brief, ...more };
      const held = hold(turn, { type: "command", command: "bulk", options });
      if (!held) return bulk.start(turn, operation, count, brief, more);
      return (await bulk.consider(turn, options)) ?? held;
    },
  };
}
