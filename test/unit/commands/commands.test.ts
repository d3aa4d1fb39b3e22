import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import { parseCommandLine } from "../../../src/chat/command-line.ts";
import { bindCommand, type Features } from "../../../src/features/features.ts";

const NAMES = [
  "help",
  "project",
  "session",
  "stop",
  "character",
  "scene",
  "location",
  "relationship",
  "prop",
  "entry",
  "schema",
  "open",
  "workflow",
  "stale",
  "bulk",
  "jobs",
  "import",
  "export",
  "undo",
  "redo",
  "history",
  "missed",
  "ask",
];
const bound = COMMANDS.map((command) => bindCommand(command, {} as Features));

describe("the slash commands", () => {
  test("are the ones promised, each once", () => {
    expect(bound.map((command) => command.name)).toEqual(NAMES);
  });

  test("say which of what they are given a form answers", () => {
    const opens = (line: string) => {
      const { command, options } = parseCommandLine(line, bound);
      return command.opens?.(options) ?? false;
    };
    const opening = [
      "/character edit Mara",
      "/character create",
      "/entry vehicle edit Van",
      "/relationship create",
      "/schema field add",
      "/schema add kind",
      "/schema field change character blood type",
      "/workflow edit",
    ];
    const others = [
      "/character",
      "/character edit",
      "/character create Mara",
      "/character edit Mara age=28",
      "/schema field change character blood options=A|B",
      "/schema",
      "/workflow",
      "/help",
    ];
    expect([...opening, ...others].filter(opens)).toEqual(opening);
  });

  // Discord: names of 1 to 32 lower-case letters, descriptions of at most 100 characters, at most 25 options.
  test.each(bound)("/$name fits where it is published", ({ name, summary, options }) => {
    expect(name).toMatch(/^[a-z]{1,32}$/);
    expect(summary.length).toBeLessThanOrEqual(100);
    expect(Object.keys(options.shape).length).toBeLessThanOrEqual(25);
    for (const schema of Object.values(options.shape)) {
      const { description } = schema as { description?: string };
      expect(description).toBeTruthy();
      expect(description?.length).toBeLessThanOrEqual(100);
    }
  });

  test.each(bound.flatMap((command) => command.examples.map((example) => [example, command] as const)))(
    "the example %s is one it takes",
    (example, command) => {
      const line = parseCommandLine(example, bound);
      expect(line.command.name).toBe(command.name);
      expect(command.options.safeParse(line.options).success).toBe(true);
    },
  );

  test.each(bound.filter((command) => command.rest))(
    "/$name names one of its options as the rest of the line",
    ({ rest, options }) => {
      expect(Object.keys(options.shape)).toContain(rest);
    },
  );

  test.each(bound)("/$name keeps from people only options it has", ({ unseen = [], options }) => {
    expect(Object.keys(options.shape)).toEqual(expect.arrayContaining([...unseen]));
  });

  test.each(bound)(
    "/$name completes only options that people are shown",
    ({ completes = {}, unseen = [], options }) => {
      const shown = Object.keys(options.shape).filter((name) => !unseen.includes(name));
      expect(shown).toEqual(expect.arrayContaining(Object.keys(completes)));
    },
  );

  test("what a button asks for is passed to the feature as it is", async () => {
    const asked: unknown[] = [];
    const features = {
      bulk: {
        cancel: async (_turn: unknown, id: string) => {
          asked.push(id);
          return { blocks: [] };
        },
      },
    } as unknown as Features;
    const bulk = COMMANDS.map((command) => bindCommand(command, features)).find(
      (command) => command.name === "bulk",
    );
    await bulk?.run({} as never, bulk.options.parse({ action: "cancel", operation: "opn_1" }));
    expect(asked).toEqual(["opn_1"]);
  });
});
