import { expect, it } from "vitest";
import { firstNeeds, secondNeeds } from "../../../../src/domain/bible/reading-needs.ts";
import type { RelationshipType } from "../../../../src/domain/bible/relations.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { entry, mention, merges, NOWHERE, removes, renames, says, ties } from "./bible-maker.ts";

it("asks for whoever is named, by id and by key", () => {
  const needs = firstNeeds([
    says("character", "Sarah", { age: 3 }, false, "ent_1"),
    says("scene", "INT. DINER", {
      characters: ["Bo", "Cy"],
      location: "The Diner",
      summary: "Bo waits.",
      heading: "INT. DINER - DAY",
    }),
    ties("Ada", "Bo", "friend"),
    renames("Jon", "John"),
    removes("Pier"),
  ]);
  expect(needs.ids).toEqual(["ent_1"]);
  expect(needs.keys).toEqual([
    "sarah",
    "int diner",
    "ada",
    "bo",
    "jon",
    "pier",
    "cy",
    "the diner",
    "diner",
    "int diner day",
    "john",
  ]);
});

it("then for relationships by their full names, and for what a rename or removal reaches", () => {
  const known = [entry("character", "Sarah Connor"), entry("character", "John Doe")];
  const tie = { ...ties("Sarah", "Maya", "parent"), to: mention("Maya") };
  expect(secondNeeds([tie, ties("John", "Sarah", "client")], known).keys).toEqual([
    "sarah connor maya parent",
    "maya sarah connor child",
    "john doe sarah connor client",
  ]);
  const him = { ...removes("him"), subject: mention("him", "ent_character_John Doe") };
  expect(secondNeeds([renames("sarah", "Jane"), him, removes("Maya")], known).ids).toEqual([
    "ent_character_Sarah Connor",
    "ent_character_John Doe",
  ]);
});

it("and for what names or ties either of two that become one", () => {
  const known = [entry("character", "Jon"), entry("character", "John")];
  expect(secondNeeds([merges("Jon", "John")], known).ids).toEqual([
    "ent_character_Jon",
    "ent_character_John",
  ]);
});

it("takes a list that came as one text apart", () => {
  expect(firstNeeds([says("scene", "INT. BAR", { characters: "Bo Lee, Cy" })]).keys).toEqual([
    "int bar",
    "bo lee cy",
    "bo lee",
    "cy",
  ]);
});

it("asks for the scene of a group and the scene a tie begins in, and for ties that may end", () => {
  const crew = { ...mention("diner scene"), group: { by: "scene" as const, value: "diner scene" } };
  const cops = { ...mention("cops"), group: { by: "occupation" as const, value: "cops" } };
  const about = (subject: typeof crew | typeof cops) => ({ ...says("character", "", {}, false), subject });
  expect(firstNeeds([about(crew), about(cops)]).keys).toEqual(["diner scene", "diner"]);
  expect(firstNeeds([{ ...ties("Ada", "Bo", "friend"), since: "scene 12" } as Statement]).keys).toContain(
    "scene 12",
  );
  const over = (relation: RelationshipType) => ({ ...ties("Ada", "Bo", relation), ends: true }) as Statement;
  expect(secondNeeds([over("partner")], []).keys).toEqual(
    ["partner", "lover", "fiance"].flatMap((type) => [`ada bo ${type}`, `bo ada ${type}`]),
  );
  expect(secondNeeds([ties("Ada", "Bo", "ex-spouse")], []).keys).toContain("bo ada spouse");
});

it("asks for whoever is taken out of a scene", () => {
  const gone = {
    ...says("scene", "INT. BAR", {}, false),
    drops: [{ field: "characters", value: ["Bo"], ...NOWHERE }],
  };
  expect(firstNeeds([gone]).keys).toEqual(["int bar", "bo"]);
});
