import { expect, it } from "vitest";
import { addOffer, afterChange, editOffer, slashOf } from "../../../src/chat/entry-offers.ts";
import { CustomKindName } from "../../../src/domain/bible/kinds.ts";
import { Offer } from "../../../src/domain/choice.ts";
import { entry, openBible, removes, says, ties } from "../domain/bible/bible-maker.ts";

const labels = (offers: readonly { label: string }[]) => offers.map((offer) => offer.label);

it("offers Edit for what was written first, and Undo for the turn", () => {
  const bible = openBible([entry("character", "Sarah")]);
  expect(
    labels(afterChange(bible.say([says("prop", "Gun"), says("character", "Bo")]).changes, "trn_1")),
  ).toEqual(["Edit Gun", "Undo"]);
  expect(labels(afterChange(bible.say([ties("Sarah", "Bo", "rival")]).changes, "trn_1"))).toEqual([
    "Edit Sarah – Bo: rival",
    "Undo",
  ]);
  bible.say([says("scene", "INT. BAR", { characters: ["Sarah"] })]);
  expect(labels(afterChange(bible.say([removes("Sarah")]).changes, "trn_1"))).toEqual(["Undo"]);
  expect(afterChange([], "trn_1")).toEqual([]);
});

it("runs the command of a built-in kind, and /entry for a kind of the project's own", () => {
  const vehicle = CustomKindName.parse("vehicle");
  expect(editOffer(entry("prop", "Gun")).action).toMatchObject({
    command: "prop",
    options: { action: "edit" },
  });
  expect(editOffer(entry(vehicle, "Van")).action).toMatchObject({
    command: "entry",
    options: { kind: "vehicle", action: "edit" },
  });
  expect(addOffer(vehicle, "Van")).toMatchObject({
    label: "Add Van as a vehicle",
    action: { command: "entry", options: { kind: "vehicle", action: "create", name: "Van" } },
  });
  expect([slashOf("scene"), slashOf(vehicle)]).toEqual(["/scene", "/entry vehicle"]);
});

it("keeps labels as short as a button must be, whatever the name", () => {
  const long = entry("scene", "INT. ".padEnd(120, "LONG "));
  expect(Offer.parse(editOffer(long)).label.length).toBeLessThanOrEqual(80);
  expect(Offer.parse(addOffer("character", long.name)).label.length).toBeLessThanOrEqual(80);
});
