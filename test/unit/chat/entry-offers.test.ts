import { expect, it } from "vitest";
import { addOffer, afterChange, editOffer } from "../../../src/chat/entry-offers.ts";
import { Offer } from "../../../src/domain/choice.ts";
import { entry, openBible, removes, says, ties } from "../domain/bible/bible-maker.ts";

const labels = (offers: readonly { label: string }[]) => offers.map((offer) => offer.label);

it("offers Edit for what has a form, and Undo for the turn", () => {
  const bible = openBible([entry("character", "Sarah")]);
  expect(
    labels(afterChange(bible.say([says("prop", "Gun"), says("character", "Bo")]).changes, "trn_1")),
  ).toEqual(["Edit Bo", "Undo"]);
  expect(labels(afterChange(bible.say([ties("Sarah", "Bo", "rival")]).changes, "trn_1"))).toEqual(["Undo"]);
  bible.say([says("scene", "INT. BAR", { characters: ["Sarah"] })]);
  expect(labels(afterChange(bible.say([removes("Sarah")]).changes, "trn_1"))).toEqual(["Undo"]);
  expect(afterChange([], "trn_1")).toEqual([]);
});

it("keeps labels as short as a button must be, whatever the name", () => {
  const long = entry("scene", "INT. ".padEnd(120, "LONG "));
  expect(Offer.parse(editOffer(long)).label.length).toBeLessThanOrEqual(80);
  expect(Offer.parse(addOffer("character", long.name)).label.length).toBeLessThanOrEqual(80);
});
