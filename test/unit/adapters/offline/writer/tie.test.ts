import { describe, expect, test } from "vitest";
import { draftTie } from "../../../../../src/adapters/offline/writer/tie.ts";
import { RelationshipFields } from "../../../../../src/domain/bible/kinds.ts";
import { aDraft, range } from "./samples.ts";

const ties = (from: Record<string, string | number>, to: Record<string, string | number>, brief = "") =>
  range(60).map((index) => draftTie(aDraft({ kind: "relationship", brief, index, between: [from, to] })));
const types = (drafts: ReturnType<typeof ties>) => new Set(drafts.map(({ type }) => type));

describe("draftTie", () => {
  test("draws types that any two may have, never family or love", () => {
    const drafts = ties({ name: "Ana" }, { name: "Bo" });
    for (const draft of drafts) expect(RelationshipFields.strict().safeParse(draft).success).toBe(true);
    expect(types(drafts)).toEqual(
      new Set(["friend", "acquaintance", "neighbour", "rival", "ally", "colleague"]),
    );
  });

  test("the older one may have taught the younger, never the other way round", () => {
    expect(types(ties({ age: 60 }, { age: 25 }))).toContain("mentor");
    expect(types(ties({ age: 60 }, { age: 25 }))).not.toContain("mentee");
    expect(types(ties({ age: 25 }, { age: 60 }))).toContain("mentee");
    expect(types(ties({ age: 12 }, { age: 60 }))).not.toContain("mentee");
  });

  test("two of one trade know each other by it", () => {
    const drafts = ties({ occupation: "Nurse" }, { occupation: "nurse" });
    expect(types(drafts)).toEqual(new Set(["colleague", "rival", "friend"]));
    expect(drafts[0]?.description).toBe("Both are of one trade: nurse.");
  });

  test("a brief that names a type has it", () => {
    expect(types(ties({}, {}, "rivals from the old days"))).toEqual(new Set(["rival"]));
    expect(types(ties({}, {}, "siblings"))).toEqual(new Set(["sibling"]));
  });
});
