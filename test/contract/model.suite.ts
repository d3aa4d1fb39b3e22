import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KIND_FIELDS } from "../../src/domain/bible/kinds.ts";
import type { Offer } from "../../src/domain/choice.ts";
import { DOCUMENT_KINDS, MAX_DOCUMENT_CHARS } from "../../src/domain/project.ts";
import type { DraftRequest, Model, ReadRequest, TalkRequest } from "../../src/ports/model.ts";

export interface ModelLab {
  readonly model: Model;
  close(): Promise<void>;
}

const FILM = { title: "Salt", documents: {} };
const READ: ReadRequest = { text: "", known: [], focus: [], film: FILM };
const DRAFT: DraftRequest = {
  kind: "character",
  brief: "",
  film: FILM,
  taken: [],
  cast: [],
  places: [],
  seed: 7,
  index: 0,
  attempt: 0,
};
const offer = (label: string, category: Offer["category"]): Offer => ({
  label,
  description: `${label}.`,
  category,
  action: { type: "prompt", text: label },
});
const TALK: TalkRequest = {
  text: "What next?",
  film: FILM,
  bible: [],
  history: [],
  offers: [
    offer("Add a character", "recommended"),
    offer("Write a logline", "recommended"),
    offer("Other", "manual"),
  ],
};
const KINDS = ["character", "location", "scene"] as const;

/** What every model promises, offline or not. */
export function modelSuite(name: string, open: () => Promise<ModelLab>): void {
  describe(`model: ${name}`, () => {
    let lab: ModelLab;
    const run = () => ({ signal: new AbortController().signal });

    beforeEach(async () => {
      lab = await open();
    });
    afterEach(() => lab.close());

    test("has a name and says whether it is offline", () => {
      expect(lab.model.info.name).not.toBe("");
      expect(typeof lab.model.info.offline).toBe("boolean");
    });

    test("reads facts with places that lie in the text and hold them", async () => {
      const text = "Create a character named Mara, a journalist.";
      const { statements } = await lab.model.read({ ...READ, text }, run());
      const entries = statements.filter((statement) => statement.type === "entry");
      expect(entries).toHaveLength(1);
      const [mara] = entries;
      expect(mara?.subject.name).toBe("Mara");
      expect(text.slice(mara?.subject.start, mara?.subject.end)).toBe("Mara");
      const job = mara?.fields.find((field) => field.field === "occupation");
      expect(job?.value).toBe("journalist");
      expect(text.slice(job?.start, job?.end)).toContain("journalist");
    });

    test.each(["", "Hello there!", "🎬", "?".repeat(500)])("reads nothing out of %j", async (text) => {
      const reading = await lab.model.read({ ...READ, text }, run());
      expect(reading.statements).toEqual([]);
    });

    test.each(KINDS)("drafts a %s whose fields fit its schema", async (kind) => {
      const draft = await lab.model.draft(
        { ...DRAFT, kind, cast: ["Sarah", "John"], places: ["Diner"] },
        run(),
      );
      expect(KIND_FIELDS[kind].strict().safeParse(draft).error).toBeUndefined();
      expect(String(draft.name)).not.toBe("");
      if (kind === "scene") {
        expect(["Sarah", "John"]).toEqual(expect.arrayContaining([draft.characters].flat()));
        expect(draft.location).toBe("Diner");
      }
    });

    test.each(KINDS)("drafts %ss whose names are not taken", async (kind) => {
      const first = await lab.model.draft({ ...DRAFT, kind }, run());
      const other = await lab.model.draft({ ...DRAFT, kind, taken: [String(first.name)] }, run());
      const third = await lab.model.draft({ ...DRAFT, kind, index: 1, taken: [String(first.name)] }, run());
      expect(other.name).not.toBe(first.name);
      expect(third.name).not.toBe(first.name);
    });

    test.each(DOCUMENT_KINDS)("writes a %s within its bounds and shows it as it grows", async (document) => {
      const seen: string[] = [];
      const bible = ["character: Sarah, 28, journalist"];
      const text = await lab.model.write(
        { document, brief: "", film: FILM, bible, seed: 3 },
        { ...run(), onText: (sofar) => seen.push(sofar) },
      );
      expect(text.trim()).not.toBe("");
      expect(text.length).toBeLessThanOrEqual(MAX_DOCUMENT_CHARS);
      expect(seen.at(-1)?.trim()).toBe(text);
    });

    test("revises a text: what changed is up to date, the rest as it was", async () => {
      const text = "Sarah, 28, waits at the counter. Nobody comes.";
      const age = { kind: "character", name: "Sarah", field: "age", before: 28, after: 31 } as const;
      const revised = await lab.model.revise(
        { kind: "scene", text, changes: [age], people: ["Sarah"], film: FILM, bible: ["Sarah, 31"] },
        run(),
      );
      expect(revised).toBe("Sarah, 31, waits at the counter. Nobody comes.");
    });

    test("leaves a text in which nothing tells of the change as it is", async () => {
      const text = "Rain on the window.";
      const job = {
        kind: "character",
        name: "Sarah",
        field: "occupation",
        before: "nurse",
        after: "pilot",
      } as const;
      const request = { kind: "synopsis", text, changes: [job], people: [], film: FILM, bible: [] } as const;
      expect(await lab.model.revise(request, run())).toBe(text);
    });

    test("talks in words and offers only what is allowed, one of it recommended at most", async () => {
      const talk = await lab.model.talk(TALK, run());
      expect(talk.text.trim()).not.toBe("");
      const actions = TALK.offers.map((each) => each.action);
      for (const each of talk.offers) {
        expect(actions).toContainEqual(each.action);
        expect(each.label.length).toBeLessThanOrEqual(80);
      }
      expect(talk.offers.filter((each) => each.category === "recommended").length).toBeLessThanOrEqual(1);
      expect((await lab.model.talk({ ...TALK, offers: [] }, run())).offers).toEqual([]);
    });

    test("does nothing once it is aborted", async () => {
      const gone = { signal: AbortSignal.abort(new Error("gone")) };
      const write = { document: "logline", brief: "", film: FILM, bible: [], seed: 1 } as const;
      await expect(lab.model.read(READ, gone)).rejects.toThrow("gone");
      await expect(lab.model.draft(DRAFT, gone)).rejects.toThrow("gone");
      await expect(lab.model.write(write, gone)).rejects.toThrow("gone");
      await expect(lab.model.talk(TALK, gone)).rejects.toThrow("gone");
      await expect(lab.model.ping(gone.signal)).rejects.toThrow();
    });

    test("says that it is there", async () => {
      await expect(lab.model.ping(run().signal)).resolves.toBeUndefined();
    });
  });
}
