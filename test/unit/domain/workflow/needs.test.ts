import { describe, expect, test } from "vitest";
import { EMPTY_SCHEMA, type ProjectSchema } from "../../../../src/domain/bible/project-schema.ts";
import type { Need } from "../../../../src/domain/workflow/definition.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { measure, missingText } from "../../../../src/domain/workflow/needs.ts";
import { filmOf } from "../../../support/film-of.ts";

const schema: ProjectSchema = { ...EMPTY_SCHEMA, required: ["character.age", "character.want"] };
const film = filmOf({
  counts: { character: 4, scene: 2 },
  tallies: {
    "character has age": 4,
    "character has want": 1,
    "character confirmed": 3,
    "character is role=lead": 2,
    "character confirmed role=lead": 1,
    "character facts": 9,
    "character evidenced": 6,
  },
  project: { schema, documents: { synopsis: " A nurse\nfinds  a town. ", logline: "A nurse." } },
});
const asks = (need: Need, of: Film = film) => ({ ...measure(need, of), text: missingText(need, of) });

describe("measure", () => {
  test("counts a document as there, or by its words", () => {
    expect(asks({ type: "document", document: "logline" })).toMatchObject({ has: 1, wants: 1 });
    expect(asks({ type: "document", document: "beats" })).toEqual({ has: 0, wants: 1, text: "no beats" });
    expect(asks({ type: "document", document: "synopsis", words: 300 })).toEqual({
      has: 5,
      wants: 300,
      text: "5 of 300 words of synopsis",
    });
    expect(asks({ type: "document", document: "beats", words: 300 })).toEqual({
      has: 0,
      wants: 300,
      text: "no beats",
    });
  });

  test("counts the words anew once they are others", () => {
    const need: Need = { type: "document", document: "synopsis", words: 300 };
    expect(measure(need, film).has).toBe(5);
    const longer = { ...film.project, documents: { ...film.project.documents, synopsis: "A b c d e f g" } };
    expect(measure(need, { ...film, project: longer }).has).toBe(7);
    expect(measure(need, film).has).toBe(5);
  });

  test("counts entries: all, confirmed ones, those with a value, and both", () => {
    const count = { type: "count", kind: "character", count: 5 } as const;
    const where = { field: "role", value: "lead" };
    expect(asks(count)).toEqual({ has: 4, wants: 5, text: "4 of 5 characters" });
    expect(asks({ ...count, confirmed: true })).toMatchObject({
      has: 3,
      text: "3 of 5 characters confirmed",
    });
    expect(asks({ ...count, where })).toMatchObject({ has: 2, text: "2 of 5 characters (role: lead)" });
    expect(asks({ ...count, where, confirmed: true })).toMatchObject({ has: 1 });
    expect(asks({ ...count, kind: "prop" })).toMatchObject({ has: 0 });
  });

  test("says how much of what must be filled in is, and says it anew once it is more", () => {
    const need: Need = { type: "filled", kind: "character", percent: 80 };
    expect(measure(need, film)).toEqual({ has: 62, wants: 80 });
    expect(measure(need, film)).toEqual({ has: 62, wants: 80 });
    const more = { ...film, tallies: { ...film.tallies, "character has want": 3 } };
    expect(measure(need, more).has).toBe(87);
    const stricter = { ...schema, required: [...schema.required, "character.flaw"] };
    expect(measure(need, { ...film, project: { ...film.project, schema: stricter } }).has).toBe(41);
    expect(measure({ ...need, kind: "scene" }, film).has).toBe(100);
    expect(measure({ ...need, kind: "prop" }, film).has).toBe(0);
  });

  test("says how much of what is known has words for it", () => {
    expect(measure({ type: "evidence", kind: "character", percent: 90 }, film)).toEqual({
      has: 66,
      wants: 90,
    });
    expect(measure({ type: "evidence", kind: "scene", percent: 90 }, film).has).toBe(0);
  });
});
