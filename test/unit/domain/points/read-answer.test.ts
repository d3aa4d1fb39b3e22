import { describe, expect, test } from "vitest";
import { EMPTY_SCHEMA, type ProjectSchema } from "../../../../src/domain/bible/project-schema.ts";
import type { Asked, Point } from "../../../../src/domain/points/point.ts";
import { readAnswer } from "../../../../src/domain/points/read-answer.ts";

const NOWHERE = { start: 0, end: 0 };
const statement = {
  type: "entry" as const,
  kind: "character" as const,
  subject: { name: "Sarah", ...NOWHERE },
  explicit: false,
  fields: [],
  span: NOWHERE,
};
const point = (asks: Asked): Point => ({
  id: "pnt_1",
  project_id: "prj_1",
  session_id: "ses_1",
  turn_id: "trn_1",
  by: "ana",
  at: "2026-08-01T10:00:00.000Z",
  state: "open",
  version: 1,
  asks,
});
const value = (said: string) => ({ type: "value", value: said });
const read = (text: string, asks: Asked, latest = true, schema: ProjectSchema = EMPTY_SCHEMA) =>
  readAnswer(text, point(asks), latest, schema);

const WHICH: Asked = {
  type: "which",
  name: "Sarah",
  candidates: [
    { entry_id: "e1", name: "Sarah Lee", label: "journalist" },
    { entry_id: "e2", name: "Sarah Voss", label: "51, judge" },
  ],
  statement,
};
const missing = (field: string, kind: "character" | "scene" = "character"): Asked => ({
  type: "missing",
  entry_id: "e1",
  kind,
  name: "Maya",
  field,
});
const CONFLICT: Asked = {
  type: "conflict",
  entry_id: "e1",
  kind: "character",
  name: "Sarah",
  field: "age",
  kept: 28,
  said: 31,
  statement,
};
const NAME: Asked = { type: "name", statement, wants: "subject" };
const PROPOSAL: Asked = { type: "proposal", reason: "saving", title: "", items: [] };

describe("which one is meant", () => {
  test.each([
    ["the judge", "e2"],
    ["The judge.", "e2"],
    ["i mean the journalist", "e1"],
    ["Sarah Lee", "e1"],
    ["voss", "e2"],
    ["the first one", "e1"],
    ["2", "e2"],
  ])("%s", (text, id) => expect(read(text, WHICH, false)).toEqual(value(id)));

  test.each(["Sarah", "the pilot", "3", "what?", "which one is the judge?", "Tom is a judge", ""])(
    "“%s” does not tell",
    (text) => expect(read(text, WHICH)).toBeUndefined(),
  );
});

describe("none of those, or all", () => {
  const NEAR: Asked = { ...WHICH, name: "Sara", candidates: [{ entry_id: "e1", name: "Sarah", label: "" }] };

  test.each([
    "no, Sara is new",
    "she's new",
    "somebody else",
    "a different person",
    "No, that's someone new.",
  ])("“%s” is somebody new", (text) => expect(read(text, NEAR)).toEqual(value("somebody new")));
  test.each(["both", "both of them", "all of them"])("“%s” is each of them", (text) =>
    expect(read(text, WHICH)).toEqual(value("all of them")),
  );
  test.each(["neither", "none of them", "neither of the two"])("“%s” leaves it open", (text) =>
    expect(read(text, WHICH)).toEqual({ type: "skip" }),
  );
  test.each(["Tom is new in town", "a new scene", "both are tired"])("“%s” is talk", (text) =>
    expect(read(text, NEAR)).toBeUndefined(),
  );
});

describe("a value in another words than the two", () => {
  test.each([
    ["it changes in the story", "story"],
    ["it changes in the story from scene 1 on", "from scene 1"],
    ["it changes from the diner scene on", "from the diner scene"],
    ["from scene 2", "from scene 2"],
    ["35", "is 35"],
    ["make her thirty-five", "is 35"],
  ])("“%s”", (text, said) => expect(read(text, CONFLICT)).toEqual(value(said)));
});

describe("a missing field", () => {
  test.each([
    ["32", "age", "32"],
    ["she's thirty-two", "age", "32"],
    ["around 40 years old", "age", "40"],
    ["a retired surgeon", "occupation", "retired surgeon"],
    ["She’s a judge.", "occupation", "judge"],
    ["Lead", "role", "lead"],
    ["day player", "role", "day player"],
  ])("“%s” fills %s", (text, field, said) => expect(read(text, missing(field))).toEqual(value(said)));

  test.each([
    ["Tom is 32", "age"],
    ["32 scenes", "age"],
    ["hello", "occupation"],
    ["thanks!", "occupation"],
    ["what can you do?", "occupation"],
    ["the big one", "role"],
    ["/help", "occupation"],
  ])("“%s” does not fill %s", (text, field) => expect(read(text, missing(field))).toBeUndefined());

  test("free words count for the newest question alone, numbers for any", () => {
    expect(read("surgeon", missing("occupation"), false)).toBeUndefined();
    expect(read("32", missing("age"), false)).toEqual(value("32"));
  });
});

describe("a name", () => {
  test.each([
    ["Ana", "Ana"],
    ["call her Ana", "Ana"],
    ["his name is Bo Lind", "Bo Lind"],
    ["ana", "Ana"],
    ["Ludwig van Beethoven", "Ludwig van Beethoven"],
  ])("%s", (text, name) => expect(read(text, NAME)).toEqual(value(name)));

  test.each(["hello", "i do not know yet what to say", "Ana, 28", "no"])("“%s” is none", (text) =>
    expect(read(text, NAME)).toBeUndefined(),
  );
});

describe("a contradiction", () => {
  test.each([
    ["keep 28", "keep"],
    ["28", "keep"],
    ["leave it", "keep"],
    ["31", "change"],
    ["make it 31", "change"],
    ["both", "both"],
    ["yes", "change"],
    ["no", "keep"],
    ["from the diner scene on", "from the diner scene"],
    ["since INT. DINER", "from int diner"],
  ])("%s", (text, verdict) => expect(read(text, CONFLICT)).toEqual(value(verdict)));

  test("an older one is not settled by a bare yes", () => {
    expect(read("yes", CONFLICT, false)).toBeUndefined();
    expect(read("change it", CONFLICT, false)).toEqual(value("change"));
  });
});

describe("a proposal", () => {
  test.each([
    ["yes", "accept", "all"],
    ["save them", "accept", "all"],
    ["no thanks", "decline", "all"],
    ["accept 1 and 3", "accept", "1,3"],
    ["not 2", "decline", "2"],
    ["decline all", "decline", "all"],
  ])("%s", (text, verb, items) => expect(read(text, PROPOSAL)).toEqual({ type: "items", verb, items }));

  test("an older one is not accepted by a bare yes", () =>
    expect(read("yes", PROPOSAL, false)).toBeUndefined());
});

test.each([WHICH, missing("age"), NAME, CONFLICT])("skip passes over the newest question", (asks) => {
  expect(read("skip", asks)).toEqual({ type: "skip" });
  expect(read("Never mind", asks)).toEqual({ type: "skip" });
  expect(read("skip", asks, false)).toBeUndefined();
});

test.each(["import", "yes import", "import them", "yes go for it", "add them", "write it"])(
  "“%s” accepts what was proposed last, and nothing older",
  (text) => {
    expect(read(text, PROPOSAL)).toEqual({ type: "items", verb: "accept", items: "all" });
    expect(read(text, PROPOSAL, false)).toBeUndefined();
  },
);

test("“cancel” declines it", () => {
  expect(read("cancel", PROPOSAL)).toEqual({ type: "items", verb: "decline", items: "all" });
});
