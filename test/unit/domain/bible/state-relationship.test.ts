import { describe, expect, it } from "vitest";
import type { RelationshipType } from "../../../../src/domain/bible/relations.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { entry, openBible, ties, value } from "./bible-maker.ts";

const two = () => openBible([entry("character", "Sarah"), entry("character", "John")]);

const tied = (relation: RelationshipType, more: Partial<Statement & { type: "relationship" }>): Statement =>
  ({ ...ties("Sarah", "John", relation, false), ...more }) as Statement;

describe("what is said of a relationship", () => {
  it("is secret, and begins in a scene as the bible names it", () => {
    const bible = openBible([...two().all(), entry("scene", "INT. DINER - NIGHT")]);
    bible.say([tied("lover", { secret: true, since: "diner scene", description: "an affair" })]);
    const tie = bible.named("Sarah – John: lover");
    expect(value(tie, "secret")).toBe(true);
    expect(value(tie, "since")).toBe("INT. DINER - NIGHT");
    expect(value(tie, "description")).toBe("an affair");
    bible.say([tied("lover", { secret: false, since: "the flood" })]);
    expect(value(bible.named(tie.name), "secret")).toBe(false);
    expect(value(bible.named(tie.name), "since")).toBe("the flood");
    expect(bible.say([tied("lover", { secret: false })]).notes).toMatchObject([{ type: "same" }]);
  });

  it("ends: the tie is taken out, from either side", () => {
    const bible = two();
    bible.say([ties("Sarah", "John", "parent"), ties("Sarah", "John", "fiancé")]);
    const { changes } = bible.say([
      { ...ties("John", "Sarah", "child", false), ends: true } as Statement,
      tied("partner", { ends: true }),
    ]);
    expect(changes.map((change) => [change.action, change.name])).toEqual([
      ["removed", "Sarah – John: parent"],
      ["removed", "Sarah – John: fiancé"],
    ]);
    expect(bible.living().filter((each) => each.kind === "relationship")).toEqual([]);
  });

  it("that never was ends nothing", () => {
    const bible = two();
    bible.say([ties("Sarah", "John", "rival")]);
    const { changes, notes } = bible.say([tied("sibling", { ends: true })]);
    expect(changes).toEqual([]);
    expect(notes).toEqual([{ type: "untied", from: "Sarah", to: "John" }]);
  });

  it("that is locked stays", () => {
    const bible = two();
    bible.say([ties("Sarah", "John", "spouse")]);
    bible.keep([]);
    const locked = bible
      .all()
      .map((each) => (each.kind === "relationship" ? { ...each, status: "locked" as const } : each));
    for (const said of [
      tied("spouse", { ends: true }),
      tied("ex-spouse", {}),
      tied("spouse", { secret: true }),
    ]) {
      const { changes, notes } = openBible(locked).say([said]);
      expect(changes).toEqual([]);
      expect(notes).toContainEqual(expect.objectContaining({ type: "locked" }));
    }
  });

  it("turns a marriage into a divorce", () => {
    const bible = two();
    bible.say([ties("John", "Sarah", "spouse", true, "for the papers")]);
    const { changes } = bible.say([tied("ex-spouse", {})]);
    expect(changes).toMatchObject([
      {
        action: "updated",
        name: "John – Sarah: ex-spouse",
        fields: { type: { before: "spouse", after: "ex-spouse" } },
      },
    ]);
    expect(value(bible.named("John – Sarah: ex-spouse"), "description")).toBe("for the papers");
  });
});
