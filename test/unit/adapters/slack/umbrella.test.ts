import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../../commands/index.ts";
import { inbound } from "../../../../src/adapters/slack/inbound.ts";
import { bindCommand, type Features } from "../../../../src/features/features.ts";

const commands = COMMANDS.map((command) => bindCommand(command, {} as Features));
const around = { selfId: "U0BACKLOT", commands, now: new Date("2026-11-22T10:00:00.000Z") };

const typed = (command: string, text: string) =>
  inbound(
    { command, text, team_id: "T1", channel_id: "C1", user_id: "U1", user_name: "ana", trigger_id: "1.2" },
    around,
  );
const words = (name: string) => [
  ...(commands.find((command) => command.name === name)?.examples ?? []),
  `/${name} what=nobody knows "an odd`,
];

describe.each(commands.map(({ name }) => [name]))("/%s", (name) => {
  test.each(words(name).map((line) => [line]))("is the same by both names: %s", (line) => {
    const text = line.slice(name.length + 1).trim();
    const short = typed(`/${name}`, text);
    expect(short).toMatchObject({ type: "event", event: { text: line.trim() } });
    expect(typed("/backlot", `${name} ${text}`)).toEqual(short);
    expect(typed("/backlot", `/${name} ${text}`)).toEqual(short);
  });
});

test("what no command is called comes to a turn, which says what there is", () => {
  expect(typed("/backlot", "nonsense 10")).toMatchObject({
    event: { type: "message", text: "/nonsense 10" },
  });
});

test("alone, it is /help", () => {
  expect(typed("/backlot", "")).toMatchObject({ event: { type: "command", command: "help", options: {} } });
});
