import { expect, test } from "vitest";
import { COMMANDS } from "../../../../commands/index.ts";
import { asTyped, onlyByUmbrella, slashCommands } from "../../../../src/adapters/slack/commands.ts";

const bulk = { name: "bulk", summary: "many at once", usage: "/bulk <kind> <count> [brief]" };
const help = { name: "help", summary: "what Backlot can do", usage: "/help" };

test("lists every command for the manifest in the words of /help, and one name for all", () => {
  expect(slashCommands([bulk, help], "https://backlot.test/slack/events")).toEqual([
    {
      command: "/backlot",
      description: "any of Backlot's commands",
      usage_hint: "<command> …",
      should_escape: false,
      url: "https://backlot.test/slack/events",
    },
    {
      command: "/bulk",
      description: "many at once",
      usage_hint: "<kind> <count> [brief]",
      should_escape: false,
      url: "https://backlot.test/slack/events",
    },
    {
      command: "/help",
      description: "what Backlot can do",
      should_escape: false,
      url: "https://backlot.test/slack/events",
    },
  ]);
  expect(slashCommands([bulk])[0]).not.toHaveProperty("url");
});

test("leaves out names that Slack keeps for itself: with one of them a manifest is refused whole", () => {
  const open = { name: "open", summary: "what waits", usage: "/open" };
  expect(onlyByUmbrella(open)).toBe(true);
  expect(slashCommands([open, help]).map(({ command }) => command)).toEqual(["/backlot", "/help"]);
});

test("what Backlot says names commands as they are typed on Slack", () => {
  expect(asTyped("Type /open to see them; `/open accept 1` takes one.")).toBe(
    "Type /backlot open to see them; `/backlot open accept 1` takes one.",
  );
  for (const same of ["/opening", "https://films.test/open", "src/open", "/open/door", "a/open", "/workflow"])
    expect(asTyped(same)).toBe(same);
  for (const { name } of COMMANDS)
    expect(asTyped(`/${name}`)).toBe(onlyByUmbrella({ name }) ? `/backlot ${name}` : `/${name}`);
});
