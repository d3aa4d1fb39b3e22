import { describe, expect, test } from "vitest";
import type { Change } from "../../../../src/domain/bible/change.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { bringBack, putAside } from "../../../../src/domain/bible/put-aside.ts";
import { author, entry } from "./bible-maker.ts";

const sarah = entry("character", "Sarah");
const tom = entry("character", "Tom");
const pair = [sarah.id, tom.id];
const diner = entry("scene", "Diner", { characters: ["Sarah", "Tom"] }, { links: { characters: pair } });
const pier = entry("scene", "Pier", { characters: ["Tom"] }, { links: { characters: [tom.id] } });
const tie = entry(
  "relationship",
  "Sarah – Tom",
  { from: "Sarah", to: "Tom" },
  { links: { from: [sarah.id], to: [tom.id] } },
);
const radio = entry(
  "prop",
  "Radio",
  { owner: "Sarah", scenes: ["Diner", "Pier", "Attic"] },
  { links: { owner: [sarah.id], scenes: [diner.id, pier.id, "ent_attic"] } },
);

const aside = (gone: readonly Entry[], linked: readonly Entry[]): readonly Change[] => {
  const put = putAside(gone, linked, author());
  if (!put.ok) throw new Error("something is locked");
  return put.changes;
};
const stateAfter = (changes: readonly Change[]) => changes.flatMap((change) => change.after ?? []);
const content = ({ version: _version, updated_at: _at, ...rest }: Entry) => rest;

describe("putting aside", () => {
  test("keeps what those that go say of one another, and takes them out of what stays, all at once", () => {
    const changes = aside([diner, pier], [radio]);
    const [gone, , left] = stateAfter(changes);
    expect(gone).toMatchObject({ status: "removed", links: diner.links });
    expect(left).toMatchObject({ name: "Radio", links: { owner: [sarah.id], scenes: ["ent_attic"] } });
    expect(left?.facts.scenes?.value).toEqual(["Attic"]);
    expect(changes.map(({ action }) => action)).toEqual(["removed", "removed", "updated"]);
  });

  test("takes ties with a missing end along, and leaves the rest of what is linked", () => {
    const changes = aside([sarah], [tie, diner, radio, pier]);
    expect(changes.map(({ name, action }) => `${name} ${action}`)).toEqual([
      "Sarah removed",
      "Sarah – Tom removed",
      "Diner updated",
      "Radio updated",
    ]);
  });

  test("is refused for whoever is locked, or would lose a link and is", () => {
    const locked = { ...radio, status: "locked" as const };
    expect(putAside([diner], [locked], author())).toEqual({ ok: false, locked: [locked] });
    expect(putAside([{ ...pier, status: "locked" }], [], author())).toMatchObject({ ok: false });
  });

  test("takes as many as one turn may write", () => {
    const scenes = Array.from({ length: 2_000 }, (_, at) => entry("scene", `Scene ${at}`));
    const changes = aside(scenes, []);
    const back = bringBack(changes, stateAfter(changes), author());
    expect(back).toMatchObject({ ok: true, changes: { length: 2_000 } });
  });
});

describe("bringing back", () => {
  test("gives back every entry as it was, as changes of their own", () => {
    const changes = aside([diner, pier], [radio]);
    const back = bringBack(changes, stateAfter(changes), author());
    if (!back.ok) throw new Error("refused");
    expect(stateAfter(back.changes).map(content)).toEqual([radio, pier, diner].map(content));
    expect(back.changes.every(({ undoes, redoes }) => undoes === undefined && redoes === undefined)).toBe(
      true,
    );
  });

  test("names all that stands in the way, and does nothing", () => {
    const changes = aside([diner, pier], [radio]);
    const now = stateAfter(changes);
    const taken = { ...pier, id: "ent_other" };
    const moved = now.map((each) => (each.name === "Radio" ? { ...each, facts: {}, links: {} } : each));
    const back = bringBack(changes, [...moved, taken, { ...sarah, status: "removed" }], author());
    if (back.ok) throw new Error("not refused");
    expect(back.refusals.map(({ reason }) => reason)).toEqual([
      "The scenes of Radio changed again later",
      "Another scene is called Pier now",
      "Diner needs Sarah, which is removed",
    ]);
  });

  test("leaves alone what an undo brought back meanwhile", () => {
    const changes = aside([diner, pier], []).map((change) =>
      change.name === "Diner" ? { ...change, undone: true } : change,
    );
    const back = bringBack(changes, [diner, ...stateAfter(changes).slice(1)], author());
    expect(back).toMatchObject({ ok: true, changes: [{ name: "Pier", action: "restored" }] });
    expect(bringBack([], [], author())).toEqual({ ok: true, changes: [] });
  });
});
