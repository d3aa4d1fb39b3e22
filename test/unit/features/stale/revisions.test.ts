import { expect, it } from "vitest";
import type { StaleMark } from "../../../../src/domain/bible/stale.ts";
import { staleAfter } from "../../../../src/domain/bible/stale-after.ts";
import { revisionsOf } from "../../../../src/features/stale/revisions.ts";
import { aProject } from "../../../contract/samples.ts";
import { AT, entry, mention, NOWHERE, openBible, removes, says } from "../../domain/bible/bible-maker.ts";

const start = () =>
  openBible([
    entry("character", "Sarah", { age: 28, occupation: "nurse", traits: ["brave"] }),
    entry("character", "Jon", { age: 40 }),
    entry(
      "scene",
      "INT. CAR - DAY",
      { summary: "Jon drives.", characters: ["Jon"] },
      {
        links: { characters: ["ent_character_Jon"] },
      },
    ),
  ]);
const age = (value: number) => says("character", "Sarah", { age: value }, false);

/** What a text must be told that was marked by all of these turns. */
function told(turns: readonly Parameters<ReturnType<typeof start>["say"]>[0][]) {
  const bible = start();
  const changes = turns.flatMap((statements) => bible.say(statements).changes);
  const stale = staleAfter({ changes, documents: [], project: aProject(), at: AT });
  const marks = [...stale.causes, ...stale.marks].map(
    (mark): StaleMark => ({ dependant_id: "ent_9", ...mark }),
  );
  return revisionsOf(marks, changes);
}

it("tells a field that changed several times by its first and its last value", () => {
  const sarah = { kind: "character", name: "Sarah" };
  expect(told([[age(31)], [says("character", "Sarah", { occupation: "pilot" }, false)], [age(35)]])).toEqual([
    { ...sarah, field: "age", before: 28, after: 35 },
    { ...sarah, field: "occupation", before: "nurse", after: "pilot" },
  ]);
});

it("tells nothing of what is as it was", () => {
  expect(told([[age(31)], [age(28)]])).toEqual([]);
});

it("tells what is gone, and what took it in", () => {
  expect(told([[removes("Jon")]])).toEqual([
    { kind: "character", name: "Jon", field: "name", before: "Jon", after: undefined },
  ]);
  const merge = { type: "merge", subject: mention("Jon"), into: mention("Sarah"), span: NOWHERE } as const;
  expect(told([[merge]])).toEqual([
    { kind: "character", name: "Jon", field: "name", before: "Jon", after: "Sarah" },
  ]);
});

it("tells nothing of changes that marked something else", () => {
  const bible = start();
  const { changes } = bible.say([age(31)]);
  expect(revisionsOf([], changes)).toEqual([]);
});

it("tells another name whole and by the words that changed", () => {
  const bible = openBible([entry("character", "Sarah Chen", {})]);
  const change = (from: string, to: string) =>
    bible.say([{ type: "rename", subject: mention(from), name: to, span: NOWHERE }]).changes;
  const changes = [...change("Sarah Chen", "Nora Chen"), ...change("Nora Chen", "Nina Chen")];
  const marks = changes.map(({ id, entry_id }) => ({
    project_id: "prj_1",
    dependant_id: "ent_9",
    cause_id: entry_id,
    change_id: id,
    reason: "why",
    at: AT,
  }));
  expect(revisionsOf(marks, changes)).toMatchObject([
    { field: "name", before: "Sarah Chen", after: "Nina Chen" },
    { field: "name", before: "Sarah", after: "Nina" },
  ]);
});
