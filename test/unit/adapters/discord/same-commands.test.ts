import { describe, expect, test } from "vitest";
import { z } from "zod";
import { applicationCommands } from "../../../../src/adapters/discord/commands.ts";
import { sameCommands } from "../../../../src/adapters/discord/same-commands.ts";
import { fakeCommand } from "../../../contract/platform-room.ts";

const commands = [
  fakeCommand({
    name: "bulk",
    options: z.object({
      kind: z.enum(["characters", "scenes"]).describe("What to make"),
      count: z.coerce.number().int().min(0).max(50).optional().describe("How many"),
      loud: z.boolean().default(false).describe("Loud"),
    }),
  }),
  fakeCommand({ name: "help", options: z.object({}) }),
];
const wanted = applicationCommands(commands);

/** As Discord tells them: ids, defaults, translations, other orders. */
const told = wanted.toReversed().map((command) => ({
  id: "1",
  application_id: "2",
  version: "3",
  default_member_permissions: null,
  dm_permission: true,
  nsfw: false,
  name_localizations: null,
  description_localizations: { de: "Hilfe" },
  name_localized: "hilfe",
  ...command,
  integration_types: [0],
  contexts: [1, 0],
  options: command.options?.map((option) => ({
    name_localizations: null,
    description_localized: "anders",
    required: false,
    autocomplete: false,
    min_value: null,
    ...option,
    ...("choices" in option && option.choices
      ? { choices: option.choices.map((choice) => ({ name_localizations: null, ...choice })) }
      : {}),
  })),
}));

test("knows its commands again as Discord tells them", () => {
  expect(sameCommands(told, wanted)).toBe(true);
  expect(sameCommands(JSON.parse(JSON.stringify(told)), wanted)).toBe(true);
  const bare = told.map(({ options, ...command }) =>
    options && options.length > 0 ? { ...command, options } : command,
  );
  expect(sameCommands(bare, wanted)).toBe(true);
});

test("knows a server's own commands, which say nothing of where", () => {
  const inGuild = applicationCommands(commands, { inGuild: true });
  const toldThere = inGuild.map((command) => ({
    ...command,
    guild_id: "9",
    contexts: null,
    integration_types: [0],
  }));
  expect(sameCommands(toldThere, inGuild)).toBe(true);
});

describe("tells a change", () => {
  type Told = (typeof told)[number];
  const changed = (change: (bulk: Told) => object) =>
    told.map((command) => (command.name === "bulk" ? { ...command, ...change(command) } : command));

  test.each<[string, readonly unknown[]]>([
    ["nothing there", []],
    ["one too many", [...told, { ...told[0], name: "old" }]],
    ["another description", changed(() => ({ description: "Other" }))],
    ["not everywhere", changed(() => ({ contexts: [0] }))],
    ["elsewhere too", changed(() => ({ integration_types: [0, 1] }))],
    ["another type", changed(() => ({ type: 2 }))],
    ["options in another order", changed(({ options }) => ({ options: options?.toReversed() }))],
    ["a missing option", changed(({ options }) => ({ options: options?.slice(1) }))],
    [
      "another limit",
      changed(({ options }) => ({ options: options?.map((one) => ({ ...one, min_value: 1 })) })),
    ],
    [
      "completed",
      changed(({ options }) => ({ options: options?.map((one) => ({ ...one, autocomplete: true })) })),
    ],
    ["choices in another order", changed(({ options }) => ({ options: options?.map(turned) }))],
  ])("%s", (_, published) => {
    expect(sameCommands(published, wanted)).toBe(false);
  });
});

const turned = (option: object) =>
  "choices" in option && Array.isArray(option.choices)
    ? { ...option, choices: option.choices.toReversed() }
    : option;
