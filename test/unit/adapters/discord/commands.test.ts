import { expect, test } from "vitest";
import { z } from "zod";
import { applicationCommands } from "../../../../src/adapters/discord/commands.ts";
import { fakeCommand } from "../../../contract/platform-room.ts";

const commands = [
  fakeCommand({
    name: "bulk",
    options: z.object({
      note: z.string().max(9_000).optional().describe("x".repeat(150)),
      kind: z.enum(["characters", "scenes"]).describe("What to make"),
      count: z.coerce.number().int().min(1).max(50).describe("How many"),
      share: z.number().optional(),
      loud: z.boolean().default(false),
    }),
  }),
];

test("publishes options with types and limits, the required ones first", () => {
  const [bulk] = applicationCommands(commands);
  expect(bulk).toMatchObject({ type: 1, name: "bulk", description: "What /bulk does" });
  expect(bulk?.options).toEqual([
    {
      type: 3,
      name: "kind",
      description: "What to make",
      required: true,
      choices: [
        { name: "characters", value: "characters" },
        { name: "scenes", value: "scenes" },
      ],
    },
    { type: 4, name: "count", description: "How many", required: true, min_value: 1, max_value: 50 },
    { type: 3, name: "note", description: `${"x".repeat(99)}…`, max_length: 6_000 },
    { type: 10, name: "share", description: "share" },
    { type: 5, name: "loud", description: "loud" },
  ]);
});

test("a list of values longer than Discord's is left to the schema", () => {
  const values = Array.from({ length: 30 }, (_, index) => `v${index}`) as [string, ...string[]];
  const [command] = applicationCommands([
    fakeCommand({ name: "pick", options: z.object({ value: z.enum(values) }) }),
  ]);
  expect(command?.options?.[0]).not.toHaveProperty("choices");
});

test("offers people no option that only buttons and forms fill in", () => {
  const [command] = applicationCommands([
    fakeCommand({ name: "open", options: z.object({ value: z.string(), id: z.string() }), unseen: ["id"] }),
  ]);
  expect(command?.options?.map(({ name }) => name)).toEqual(["value"]);
});

test("says where commands are, but for those of one server", () => {
  const [everywhere] = applicationCommands(commands);
  expect(everywhere).toMatchObject({ integration_types: [0], contexts: [0, 1] });
  const [inGuild] = applicationCommands(commands, { inGuild: true });
  expect(inGuild).not.toHaveProperty("contexts");
  expect(inGuild).not.toHaveProperty("integration_types");
});
