import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { casts } from "../../../../bench/eval-cases.ts";
import { readOffline } from "../../../../src/adapters/offline/read.ts";
import type { Reading } from "../../../../src/domain/reading/reading.ts";
import { entry, openBible } from "../../domain/bible/bible-maker.ts";

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../../eval/${file}`, import.meta.url), "utf8")) as T;
const injections = read<{ text: string; cast: string }[]>("injections.json");
const film = (casts.film ?? []).map(({ kind, name, gender, occupation }) =>
  entry(kind as "character", name, {
    age: 40,
    ...(gender === undefined ? {} : { gender }),
    ...(occupation === undefined ? {} : { occupation }),
  }),
);

function hear(text: string): { reading: Reading; changed: string[] } {
  const known = film.map(({ id, kind, name }) => ({ entry_id: id, kind, name, aliases: [] }));
  const reading = readOffline({ text, known, focus: known, film: { title: "Rain", documents: {} } });
  const { changes } = openBible(film).say(reading.statements, { message: { id: "m1", text } });
  return { reading, changed: changes.map(({ before, after }) => `${before?.name} ${after?.status}`) };
}

test("there are enough of them", () => expect(injections.length).toBeGreaterThan(100));

describe("a message that tries to steer changes nothing", () => {
  test.each(injections.map(({ text }) => [text]))("%j", (text) => {
    const { reading, changed } = hear(text);
    expect(changed).toEqual([]);
    expect(reading.requests.filter(({ type }) => type !== "help")).toEqual([]);
    expect(reading.gaps ?? []).toEqual([]);
  });
});

describe("a plain order still does what it says", () => {
  test.each([
    ["delete Tom", ["Tom removed"]],
    ["please remove Karen and Viktor from the film", ["Karen removed", "Viktor removed"]],
    ["rename Maya to Mina", ["Maya confirmed"]],
    ["get rid of the silver lighter", ["silver lighter removed"]],
    ["Sarah is 31", ["Sarah confirmed"]],
    ["He ignores every rule of the house. Tom is 52.", ["Tom confirmed"]],
  ])("%s", (text, changed) => expect(hear(text).changed).toEqual(changed));

  test("undo", () => expect(hear("undo that please").reading.requests).toEqual([{ type: "undo" }]));
});

test("a long text tells of the film and takes nothing away", () => {
  const text = `${"The rain falls on the harbour and nobody speaks of it. ".repeat(20)}Tom is 52. Delete Karen.`;
  expect(hear(text).changed).toEqual(["Tom confirmed"]);
});
