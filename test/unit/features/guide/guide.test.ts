import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createGuide } from "../../../../src/features/guide/guide.ts";

const guide = createGuide(() => [
  {
    name: "open",
    summary: "what waits",
    usage: "/open [list | skip]",
    examples: ["/open"],
    options: z.object({
      action: z.enum(["list", "skip"]).default("list").describe("list or skip"),
      id: z.string().optional().describe("which one, by id"),
    }),
    unseen: ["id"],
  },
]);
const textOf = (name?: string, platform?: "slack" | "discord") =>
  JSON.stringify(guide.help(name, platform).blocks);

describe("/help", () => {
  test("lists every command, and says how they are typed where a platform keeps them from threads", () => {
    expect(textOf()).toContain("**/open** · what waits");
    expect(textOf(undefined, "slack")).toContain("@Backlot /workflow");
    expect(textOf(undefined, "discord")).not.toContain("@Backlot");
  });

  test("said in words, it tells what to say, with the commands a press away", () => {
    const { blocks } = guide.intro("Salt");
    const told = JSON.stringify(blocks);
    expect(told).toContain("story bible of **Salt**");
    expect(told).not.toContain("/open");
    expect(told).toContain('"label":"All commands"');
    expect(told.length).toBeLessThan(1_200);
  });

  test("explains one command by what people give it, not by what its buttons do", () => {
    expect(textOf("/OPEN")).toContain("list or skip");
    expect(textOf("open")).not.toContain("by id");
  });

  test("names nothing that is not there", () => {
    expect(() => guide.help("nonsense")).toThrow("There is no command /nonsense.");
    expect(guide.names()).toEqual(["open"]);
  });
});
