import { describe, expect, it } from "vitest";
import type { Block, BlockOf } from "../../../../../../src/adapters/web/page/api/wire.ts";
import { repeatedChoices, wayBack } from "../../../../../../src/adapters/web/page/blocks/receipt-choices.ts";

const receipt = (...names: readonly string[]): BlockOf<"receipt"> => ({
  type: "receipt",
  lines: names.map((name) => ({
    action: "created",
    kind: "character",
    name,
    entry_id: `ent_${name}`,
    change_id: `chg_${name}`,
    fields: [],
  })),
});
const choices = (...labels: readonly string[]): BlockOf<"choices"> => ({
  type: "choices",
  choices: labels.map((label) => ({
    id: label,
    session_id: "ses_1",
    turn_id: "trn_1",
    label,
    description: "",
    category: "manual",
    state: "open",
  })),
});
const labels = (blocks: readonly Block[]) => repeatedChoices(blocks).map(({ label }) => label);

describe("repeatedChoices", () => {
  it("names what the receipt's own buttons do already", () => {
    const blocks = [receipt("Sarah", "John"), choices("Edit Sarah", "Undo", "Draft a logline", "Edit Mary")];
    expect(labels(blocks)).toEqual(["Edit Sarah", "Undo"]);
  });

  it("knows a long name that was cut", () => {
    expect(labels([receipt("Sarah of the long name"), choices("Edit Sarah of the…", "Edit John…")])).toEqual([
      "Edit Sarah of the…",
    ]);
  });

  it("hides nothing where there is no receipt", () => {
    expect(labels([choices("Edit Sarah", "Undo")])).toEqual([]);
  });

  it("takes the way back from the reply, while it is open", () => {
    expect(wayBack([receipt("Sarah"), choices("Redo")])).toEqual({ word: "Redo", choice_id: "Redo" });
    expect(wayBack([receipt("Sarah"), choices("Draft a logline")])).toEqual({
      word: "Undo",
      choice_id: undefined,
    });
    const [pressed] = choices("Undo").choices.map((choice) => ({ ...choice, state: "pressed" as const }));
    const spent = pressed === undefined ? [] : [pressed];
    expect(wayBack([receipt("Sarah"), { type: "choices", choices: spent }]).choice_id).toBeUndefined();
  });
});
