import { expect, it } from "vitest";
import { countsAfter } from "../../../../src/domain/bible/count-changes.ts";
import { NO_COUNTS } from "../../../../src/domain/bible/kinds.ts";
import { entry, openBible, removes, says } from "./bible-maker.ts";

it("counts what is made and removed, not what is updated", () => {
  const bible = openBible([entry("character", "Old"), entry("character", "Ana")]);
  const { changes } = bible.say([
    says("character", "Sarah"),
    says("character", "Bo"),
    says("scene", "INT. BAR"),
    says("character", "Ana", { age: 3 }),
    removes("Old"),
  ]);
  expect(countsAfter({ ...NO_COUNTS, character: 2 }, changes)).toEqual({
    ...NO_COUNTS,
    character: 3,
    scene: 1,
  });
});
