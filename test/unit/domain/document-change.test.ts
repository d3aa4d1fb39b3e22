import { describe, expect, it } from "vitest";
import {
  type DocumentChange,
  rewrittenDocuments,
  undoDocuments,
} from "../../../src/domain/document-change.ts";
import type { Project } from "../../../src/domain/project.ts";
import { AT, aProject } from "../../contract/samples.ts";

let count = 0;
const author = {
  session_id: "ses_1",
  turn_id: "trn_1",
  by: "ana",
  at: AT,
  nextId: () => `chg_${++count}`,
};
const film = (documents: Project["documents"]) => aProject({ id: "prj_1", documents });

describe("the papers of a project", () => {
  it("are kept as they were, one change a paper that differs", () => {
    const [before, after] = [
      film({ logline: "A", beats: "One." }),
      film({ logline: "B", concept: "C", beats: "One." }),
    ];
    expect(rewrittenDocuments(before, after, author)).toMatchObject([
      { document: "concept", after: "C", by: "ana", undone: false },
      { document: "logline", before: "A", after: "B", project_id: "prj_1", turn_id: "trn_1" },
    ]);
    expect(rewrittenDocuments(before, { ...before, title: "Other" }, author)).toEqual([]);
  });

  it("go back and forth to the exact text", () => {
    const states = [film({}), film({ logline: "A" }), film({ logline: "B" })];
    const rewritings = states.slice(1).flatMap((after, index) => {
      const before = states[index];
      return before ? rewrittenDocuments(before, after, author) : [];
    });
    const undone = take(rewritings.toReversed(), film({ logline: "B" }));
    expect(undone.project.documents).toEqual({});
    expect(undone.documents.map((one) => [one.undoes, one.before, one.after])).toEqual([
      [rewritings[1]?.id, "B", "A"],
      [rewritings[0]?.id, "A", undefined],
    ]);
    const redone = take(undone.documents.toReversed(), undone.project);
    expect(redone.project.documents).toEqual({ logline: "B" });
    expect(redone.documents.map((one) => one.redoes)).toEqual([rewritings[0]?.id, rewritings[1]?.id]);
    const again = take(redone.documents.slice(1), redone.project);
    expect(again.documents[0]).toMatchObject({ undoes: rewritings[1]?.id });
    expect(again.undone).toEqual([redone.documents[1]?.id, rewritings[1]?.id]);
  });

  it("are not taken back over a later text, and nothing twice", () => {
    const [change] = rewrittenDocuments(film({}), film({ logline: "A" }), author);
    if (!change) throw new Error("no change");
    expect(undoDocuments([change], film({ logline: "Z" }), author)).toMatchObject({
      ok: false,
      reason: "The logline was written again later",
    });
    expect(undoDocuments([{ ...change, undone: true }], film({}), author)).toMatchObject({ documents: [] });
  });
});

function take(changes: readonly DocumentChange[], project: Project) {
  const undone = undoDocuments(changes, project, author);
  if (!undone.ok) throw new Error(undone.reason);
  return undone;
}
