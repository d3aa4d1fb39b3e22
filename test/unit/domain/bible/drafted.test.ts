import { expect, it } from "vitest";
import { Change } from "../../../../src/domain/bible/change.ts";
import { draftedChange } from "../../../../src/domain/bible/drafted.ts";
import { AT } from "./bible-maker.ts";

const ids = { entry_id: "ent_1", change_id: "chg_1", project_id: "prj_1", session_id: "ses_1", at: AT };

it("makes a draft of proposals, of an operation or a turn", () => {
  const change = draftedChange({
    ...ids,
    operation_id: "opn_1",
    kind: "scene",
    fields: { name: "INT. BAR", summary: "They talk." },
    links: { location: ["ent_2"] },
  });
  expect(Change.parse(change)).toEqual(change);
  expect(change).toMatchObject({
    action: "created",
    by: "backlot",
    operation_id: "opn_1",
    fields: { name: { after: "INT. BAR" }, summary: { after: "They talk." } },
    after: {
      status: "draft",
      name: "INT. BAR",
      operation_id: "opn_1",
      links: { location: ["ent_2"] },
      facts: { summary: { status: "proposed" } },
    },
  });
  expect(draftedChange({ ...ids, turn_id: "trn_1", kind: "character", fields: {} })).toMatchObject({
    turn_id: "trn_1",
    name: "",
    after: { links: {} },
  });
});
