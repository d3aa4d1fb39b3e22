import { describe, expect, it } from "vitest";
import type { FactValue } from "../../../../src/domain/bible/fact.ts";
import { groupKey, memberKeys } from "../../../../src/domain/bible/group-keys.ts";
import { expandGroups } from "../../../../src/domain/bible/groups.ts";
import type { Group, Statement } from "../../../../src/domain/reading/reading.ts";
import { entry, mention, NOWHERE, openBible, says, ties, value } from "./bible-maker.ts";

const sarah = entry("character", "Sarah", { groups: ["heist crew"], occupation: "homicide detective" });
const tom = entry("character", "Tom", { groups: ["Heist Crew", "Rossi family"], occupation: "detective" });
const maya = entry("character", "Maya", { occupation: "former detective" });
const viktor = entry("character", "Viktor", {}, { status: "removed" });
const night = entry("scene", "INT. DINER - NIGHT", {}, { links: { characters: [maya.id] } });
const day = entry("scene", "INT. DINER - DAY");
const film = [sarah, tom, maya, viktor, night];

const of = (by: Group["by"], group: string, fields: Record<string, FactValue> = { age: 40 }): Statement => ({
  ...says("character", group, fields, false),
  subject: { ...mention(group), group: { by, value: group } },
});
const subjects = (statements: readonly Statement[]) =>
  statements.map((statement) => (statement.type === "entry" ? statement.subject.name : statement.type));

describe("groupKey and memberKeys", () => {
  const keysOf = (fields: Record<string, FactValue>) => memberKeys((field) => fields[field]);

  it.each([
    ["group", "the Heist Crew", "#group heist crew"],
    ["group", "Nightowls", "#group nightowl"],
    ["occupation", "cops", "#job cop"],
    ["occupation", "policewomen", "#job policewoman"],
  ] as const)("%s %s → %s", (by, words, key) => expect(groupKey({ by, value: words })).toBe(key));

  it("is none where members are found in another way, or there is no word", () => {
    expect(groupKey({ by: "all", value: "everyone" })).toBeUndefined();
    expect(groupKey({ by: "scene", value: "diner scene" })).toBeUndefined();
    expect(groupKey({ by: "group", value: "!!" })).toBeUndefined();
  });

  it("knows a trade by its end, and no former one", () => {
    expect(keysOf({ occupation: "homicide detective", groups: ["Nightowls", "crew"] })).toEqual([
      "#group nightowl",
      "#group crew",
      "#job homicide detective",
      "#job detective",
    ]);
    expect(keysOf({ occupation: "ex-cop" })).toEqual(["#job ex cop"]);
    expect(keysOf({ occupation: 7, groups: "crew" })).toEqual([]);
  });

  it("is bounded", () => expect(keysOf({ occupation: "a ".repeat(200) }).length).toBeLessThanOrEqual(12));
});

describe("expandGroups", () => {
  it.each([
    ["group", "heist crew", ["Sarah", "Tom"]],
    ["occupation", "detectives", ["Sarah", "Tom"]],
    ["scene", "diner scene", ["Maya"]],
    ["all", "everyone", ["Sarah", "Tom", "Maya"]],
  ] as const)("%s %s", (by, group, members) => {
    const { statements, notes } = expandGroups([of(by, group)], film);
    expect(subjects(statements)).toEqual(members);
    expect(notes).toEqual([]);
  });

  it("gives each member the same fields, drops and place, and the member's own id", () => {
    const said = { ...of("group", "heist crew"), corrects: true, span: { start: 3, end: 9 } } as Statement;
    const [first] = expandGroups([said], film).statements;
    expect(first).toMatchObject({
      subject: { name: "Sarah", entry_id: sarah.id, ...NOWHERE },
      fields: [{ field: "age", value: 40 }],
      corrects: true,
      explicit: false,
      span: { start: 3, end: 9 },
    });
    expect(first).not.toHaveProperty("subject.group");
  });

  it("counts whoever an earlier statement puts into the group, once", () => {
    const crew = { groups: ["heist crew"] };
    const put = [says("character", "Ana", crew), says("character", "sarah", crew, false)];
    const { statements } = expandGroups(
      [...put, of("group", "heist crew"), says("character", "Bo", crew)],
      film,
    );
    expect(subjects(statements)).toEqual(["Ana", "sarah", "Sarah", "Tom", "Ana", "Bo"]);
    expect(subjects(expandGroups([says("character", "Ana"), of("all", "everyone")], []).statements)).toEqual([
      "Ana",
      "Ana",
    ]);
  });

  it("ties every member but the one they are tied to", () => {
    const tie = ties("heist crew", "Tom", "enemy", false);
    const from = { ...mention("heist crew"), group: { by: "group" as const, value: "heist crew" } };
    const { statements } = expandGroups([{ ...tie, from } as Statement], film);
    expect(statements).toMatchObject([{ from: { name: "Sarah" }, to: { name: "Tom" }, relation: "enemy" }]);
  });

  it("leaves all else as it is", () => {
    const plain = [says("character", "Sarah"), ties("Sarah", "Tom", "friend")];
    expect(expandGroups(plain, film).statements).toBe(plain);
  });

  it("notes a group with nobody in it, a scene it does not know and a name of two scenes", () => {
    const notes = (by: Group["by"], group: string) => expandGroups([of(by, group)], [...film, day]).notes;
    expect(notes("group", "chess club")).toEqual([
      { type: "nobody", name: "chess club", group: { by: "group", value: "chess club" } },
    ]);
    expect(notes("scene", "int. diner - day")).toMatchObject([{ type: "nobody" }]);
    expect(notes("scene", "harbour scene")).toEqual([
      { type: "unknown", name: "harbour scene", kind: "scene" },
    ]);
    expect(notes("scene", "diner scene")).toMatchObject([
      { type: "ambiguous", candidates: [night.name, day.name], statement: { type: "entry" } },
    ]);
  });

  it("takes the scene that was chosen among several", () => {
    const said = of("scene", "diner scene");
    const chosen = {
      ...said,
      subject: { ...mention("diner scene", night.id), group: { by: "scene", value: "diner scene" } },
    };
    expect(subjects(expandGroups([chosen as Statement], [...film, day]).statements)).toEqual(["Maya"]);
  });
});

describe("applyReading of a group", () => {
  it("writes to each member, and says when there is none", () => {
    const bible = openBible(film);
    const { changes } = bible.say([of("group", "heist crew", { traits: ["calm"] })]);
    expect(changes.map((change) => change.name)).toEqual(["Sarah", "Tom"]);
    expect(value(bible.named("Tom"), "traits")).toEqual(["calm"]);
    const none = bible.say([of("occupation", "cops")]);
    expect(none.changes).toEqual([]);
    expect(none.notes).toMatchObject([{ type: "nobody", name: "cops" }]);
  });
});
