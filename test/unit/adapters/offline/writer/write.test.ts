import { describe, expect, test } from "vitest";
import { writeDocument } from "../../../../../src/adapters/offline/writer/write.ts";
import { DOCUMENT_KINDS } from "../../../../../src/domain/project.ts";
import { aWrite, BLEMISH, range } from "./samples.ts";

const BIBLE = [
  "character: Sarah, 28, journalist, wants to expose corruption",
  "character: Victor Hale, 60, crime boss",
  "character: John, 30, detective",
  "relationship: Sarah is John’s sibling",
  "location: Diner: a place with stools",
  "scene: INT. DINER - NIGHT – Sarah meets John",
  "prop: Ledger",
];
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

describe("writeDocument", () => {
  test.each(DOCUMENT_KINDS)("a %s is the same for the same request and has no blemish", (document) => {
    for (const seed of range(60)) {
      for (const bible of [BIBLE, []]) {
        const text = writeDocument(aWrite({ document, bible, seed }));
        expect(text).not.toMatch(BLEMISH);
        expect(text).toBe(writeDocument(aWrite({ document, bible, seed })));
      }
    }
  });

  test("a logline has protagonist, goal, obstacle and stakes in at most two sentences", () => {
    for (const seed of range(20)) {
      const text = writeDocument(aWrite({ bible: BIBLE, seed }));
      expect(text).toMatch(
        /Sarah, an? [\w-]+ 28-year-old journalist, sets out to expose corruption, but Victor Hale will .*\. If she /,
      );
      expect(text.match(/[.!?](?:\s|$)/g)?.length).toBeLessThanOrEqual(2);
      expect(words(text)).toBeLessThanOrEqual(70);
    }
  });

  test("a synopsis has 300 to 450 words", () => {
    for (const seed of range(100)) {
      const bible =
        seed % 3 === 0
          ? []
          : seed % 3 === 1
            ? BIBLE
            : ["character: Ana Maria dos Santos Ferreira, 30, doctor"];
      const count = words(writeDocument(aWrite({ document: "synopsis", bible, seed })));
      expect(count).toBeGreaterThanOrEqual(300);
      expect(count).toBeLessThanOrEqual(450);
    }
  });

  test("a synopsis begins with a person's own logline", () => {
    const film = { title: "Salt", documents: { logline: "A pilot must bring one ship home" } };
    const text = writeDocument(aWrite({ document: "synopsis", film }));
    expect(text.startsWith("A pilot must bring one ship home.")).toBe(true);
    expect(words(text)).toBeLessThanOrEqual(450);
  });

  test("a beat sheet has Save the Cat's fifteen in order", () => {
    const lines = writeDocument(aWrite({ document: "beats", bible: BIBLE })).split("\n");
    expect(lines).toHaveLength(15);
    expect(lines[0]).toMatch(/^1\. Opening Image: .*Sarah, a 28-year-old journalist/);
    expect(lines[14]).toMatch(/^15\. Final Image: /);
  });

  test("a treatment has three acts, an outline fifteen headed scenes at the film's places", () => {
    const treatment = writeDocument(aWrite({ document: "treatment", bible: BIBLE }));
    expect(treatment.match(/^Act (?:One|Two|Three)$/gm)).toHaveLength(3);
    expect(treatment).toContain("Victor Hale");
    const outline = writeDocument(aWrite({ document: "outline", bible: BIBLE }));
    expect(outline.match(/^\d+\. (?:INT|EXT)\. .+ - [A-Z]+$/gm)).toHaveLength(15);
    expect(outline).toContain("DINER");
  });

  test("pronouns follow the lead", () => {
    const about = (line: string) => writeDocument(aWrite({ document: "synopsis", bible: [line] }));
    expect(about("character: John, detective")).toMatch(/\bhe\b/);
    expect(about("character: Alix, non-binary, baker")).toMatch(/\bthey\b/);
    expect(about("character: John, detective, woman")).toMatch(/\bshe\b/);
  });

  test("a lead without a name comes from the film's own papers", () => {
    const film = {
      title: "Salt",
      documents: { concept: "A salvage diver must raise a ship that nobody wants found." },
    };
    expect(writeDocument(aWrite({ film }))).toMatch(/an? [\w-]+ salvage diver sets out to raise a ship/);
  });

  test("whom the film's papers speak of comes before leads that were made up, and after whom people call the lead", () => {
    const film = { title: "Stop", documents: { logline: "A bus driver finds a baby on the last bus." } };
    const drafts = ["character: Torvald, 58, coal miner, lead", "character: Tuva, toll collector, lead"];
    const hero = (...bible: string[]) => writeDocument(aWrite({ document: "synopsis", film, bible }));
    expect(hero("character: Dina, 21", "character: Marek, 54, bus driver", ...drafts)).toMatch(/Marek/);
    expect(hero("character: Dina, 21", "character: Marek, 54, bus driver", ...drafts)).not.toMatch(
      /Torvald, a 58/,
    );
    expect(hero("character: Dina, 21, lead", "character: Marek, 54, bus driver")).toMatch(/\bDina\b/);
  });

  test("says the genre that the brief asks for", () => {
    expect(writeDocument(aWrite({ document: "concept", brief: "a dark thriller" }))).toContain(
      "A thriller about",
    );
  });
});
