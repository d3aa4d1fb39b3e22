import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RelationshipFields } from "../../../../../src/domain/bible/kinds.ts";
import { pairOf, tiedPairs } from "../../../../../src/features/bulk/free-pairs.ts";
import { BulkStudio } from "./bulk-studio.ts";

describe("relationships in bulk", () => {
  let film: BulkStudio;
  beforeEach(async () => {
    film = await BulkStudio.open();
  });
  afterEach(() => film.close());

  const cast = async (count: number) => {
    const made = [];
    for (let number = 0; number < count; number += 1)
      made.push(await film.make("character", `Person ${number}`, { age: 20 + 5 * number }));
    return made;
  };

  test("ties pairs that are not tied yet, each once, with links, until none is left", async () => {
    const [a, b] = await cast(5);
    if (!a || !b) throw new Error("no cast");
    await film.make(
      "relationship",
      `${b.name} – ${a.name}: sibling`,
      { from: b.name, to: a.name, type: "sibling" },
      { links: { from: [b.id], to: [a.id] } },
    );
    await film.begin("give them 5 more relationships");
    await film.run();
    const ties = await film.list("relationship");
    expect(ties).toHaveLength(6);
    expect(new Set(tiedPairs(ties)).size).toBe(6);
    for (const { facts } of ties) {
      const fields = Object.fromEntries(Object.entries(facts).map(([field, fact]) => [field, fact.value]));
      expect(RelationshipFields.strict().safeParse(fields).error).toBeUndefined();
    }
    const refused = await film.say("/bulk relationships 5");
    expect(refused.error?.message).toContain("4 are possible");
    expect(refused.error?.hint).toContain("/bulk relationships 4");
    await film.begin("/bulk relationships 4");
    await film.run();
    expect(new Set(tiedPairs(await film.list("relationship"))).size).toBe(10);
    expect((await film.say("/bulk relationships 1")).error?.message).toContain("Every two characters");
  });

  test("pairs that other work has still to tie are left to it", async () => {
    await cast(3);
    await film.begin("/bulk relationships 2");
    const refused = await film.say("/bulk relationships 2 friends");
    expect(refused.error?.message).toContain("1 is possible");
    await film.begin("/bulk relationships 1 friends");
    await film.run();
    expect(new Set(tiedPairs(await film.list("relationship"))).size).toBe(3);
  });

  test("a pair that people tie meanwhile fails in plain words and stays theirs", async () => {
    const [a, b] = await cast(2);
    if (!a || !b) throw new Error("no cast");
    const id = await film.begin("/bulk relationships 1");
    await film.make(
      "relationship",
      `${a.name} – ${b.name}: sibling`,
      { from: a.name, to: b.name, type: "sibling" },
      { links: { from: [a.id], to: [b.id] } },
    );
    await film.run();
    const [item] = await film.stage.stores.operations.items(id);
    expect(item).toMatchObject({ status: "failed", target: pairOf(a.id, b.id) });
    expect(item?.error).toContain("have a relationship by now");
  });

  test("after undo all the same pairs can be tied again", async () => {
    await cast(3);
    const id = await film.begin("/bulk relationships 3");
    await film.run();
    const view = await film.press(id, "Undo all");
    expect(view.error).toBeUndefined();
    expect(await film.list("relationship")).toEqual([]);
    await film.begin("/bulk relationships 3 rivals");
    await film.run();
    const ties = await film.list("relationship");
    expect(ties.map(({ facts }) => facts.type?.value)).toEqual(["rival", "rival", "rival"]);
  });

  test("fewer than two characters are too few", async () => {
    await cast(1);
    const view = await film.say("/bulk relationships 1");
    expect(view.operation).toBeUndefined();
  });
});
