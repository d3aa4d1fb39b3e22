import { expect, test } from "vitest";
import { readOffline } from "../../../../../../src/adapters/offline/read.ts";

const made = (text: string) =>
  readOffline({ text, known: [], focus: [], film: { title: "Salt", documents: {} } }).statements.flatMap(
    (statement) =>
      statement.type === "entry" && statement.kind === "character" ? statement.subject.name : [],
  );

test.each([
  ["add twins Kit and Kat, both 9", ["Kit", "Kat"]],
  ["the hero's name is still missing", []],
  ["create a character named hope, 30", ["Hope"]],
  ["Create a character named Justice, a judge", ["Justice"]],
])("%s", (text, names) => expect(made(text)).toEqual(names));
