import { z } from "zod";
import { toAsker } from "../src/chat/to-asker.ts";
import { defineCommand } from "./define-command.ts";

const OVER =
  "That answer is finished, so there is nothing to stop. /stop ends the one that I am working on now, if any.";

export const stop = defineCommand({
  name: "stop",
  summary: "end the answer I am working on; what waits after it goes on",
  usage: "/stop",
  examples: ["/stop"],
  permission: "viewer",
  unseen: ["turn"],
  options: z.object({ turn: z.string().optional().describe("the turn that is meant, by its id") }),
  run: async ({ stopping, bulk }, turn, { turn: meant }) => {
    const stopped = stopping(turn);
    if (stopped) return stopped;
    if (meant !== undefined) return { private: true, blocks: [{ type: "text", text: OVER }] };
    const text = "I am not working on an answer here.";
    const jobs = await bulk.list(turn);
    const running = jobs.blocks.some((block) => block.type === "list");
    return toAsker(turn, { blocks: [{ type: "text", text }, ...(running ? jobs.blocks : [])] });
  },
});
