import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeReadings } from "../../../../src/domain/reading/merge.ts";
import {
  EMPTY_READING,
  type Mention,
  type Reading,
  type Statement,
} from "../../../../src/domain/reading/reading.ts";

type Entry = Extract<Statement, { type: "entry" }>;
const who = (name: string, start = 0, id?: string): Mention => ({
  name,
  start,
  end: start + name.length,
  ...(id ? { entry_id: id } : {}),
});
const entry = (subject: Mention, fields: Entry["fields"] = [], more: Partial<Entry> = {}): Entry => ({
  type: "entry",
  kind: "character",
  subject,
  explicit: true,
  fields,
  span: { start: subject.start, end: subject.end },
  ...more,
});
const field = (name: string, value: string | number, start: number, end: number) => ({
  field: name,
  value,
  start,
  end,
});
const tie = (from: string, to: string, relation: "sibling" | "enemy" = "sibling"): Statement => ({
  type: "relationship",
  from: who(from),
  to: who(to, 20),
  relation,
  explicit: true,
  span: { start: 0, end: 30 },
});
const SPAN = { start: 0, end: 5 };
const of = (...statements: Statement[]): Reading => ({ ...EMPTY_READING, statements });
const merged = (parsed: Statement[], modelled: Statement[]) =>
  mergeReadings(of(...parsed), of(...modelled)).statements;

describe("mergeReadings", () => {
  test("parsed facts win and the model adds others", () => {
    const parsed = entry(who("Sarah"), [field("age", 28, 10, 12)]);
    const modelled = entry(who("Sarah"), [field("age", 30, 40, 42), field("fear", "water", 50, 55)]);
    expect(merged([parsed], [modelled])).toEqual([
      { ...parsed, fields: [...parsed.fields, modelled.fields[1]] },
    ]);
  });

  test("words that were parsed as one field are not read as another", () => {
    const parsed = entry(who("Sarah"), [field("motivation", "investigating corruption", 30, 54)]);
    const same = field("want", "to investigate corruption", 30, 54);
    const inside = field("goal", "corruption", 44, 54);
    const wider = field("notes", "journalist investigating corruption", 18, 54);
    const elsewhere = field("fear", "a long quotation with corruption in it", 0, 60);
    expect(merged([parsed], [entry(who("Sarah"), [same, inside, wider])])).toEqual([parsed]);
    expect(merged([parsed], [entry(who("Sarah"), [elsewhere])])).toMatchObject([
      { fields: [parsed.fields[0], elsewhere] },
    ]);
    expect(merged([parsed], [entry(who("Bo"), [same], { explicit: false })])).toEqual([parsed]);
  });

  test("new entries are added once, with what is left of them", () => {
    const bo = entry(who("Bo", 7), [field("age", 9, 20, 21)]);
    expect(merged([], [bo, entry(who("Bo", 30), [field("fear", "dark", 40, 44)])])).toMatchObject([
      { subject: { start: 7 }, fields: [{ field: "age" }, { field: "fear" }] },
    ]);
  });

  test("the same name is another kind to the model: the parser knows better", () => {
    const parsed = entry(who("Harbour"), [], { kind: "location" });
    expect(merged([parsed], [entry(who("Harbour"), [field("age", 9, 20, 21)])])).toEqual([parsed]);
  });

  test("entries are told apart by id before name, and a first name is the whole one", () => {
    const first = entry(who("Ana", 0, "ent_1"), []);
    expect(merged([first], [entry(who("Ana", 9, "ent_2"), [])])).toHaveLength(2);
    expect(merged([first], [entry(who("Ana Diaz"), [field("age", 9, 20, 21)])])).toHaveLength(1);
    expect(merged([entry(who("Ana Diaz"))], [entry(who("Ana"), [])])).toHaveLength(1);
  });

  test("a pair that is tied already is not tied again, either way round", () => {
    expect(
      merged([tie("Ana", "Bo")], [tie("Bo", "Ana", "enemy"), tie("Ana", "Bo", "enemy"), tie("Ana", "Cy")]),
    ).toEqual([tie("Ana", "Bo"), tie("Ana", "Cy")]);
  });

  test("who is renamed or removed is not made anew under either name", () => {
    const rename: Statement = { type: "rename", subject: who("Sarah"), name: "Sara", span: SPAN };
    const remove: Statement = { type: "remove", subject: who("Bo"), span: SPAN };
    const modelled = [
      entry(who("Sara")),
      entry(who("Sarah")),
      entry(who("Bo")),
      tie("Bo", "Cy"),
      tie("Cy", "Sara"),
    ];
    expect(merged([rename, remove], modelled)).toEqual([rename, remove]);
  });

  test("who goes into another is not made anew", () => {
    const merge: Statement = { type: "merge", subject: who("Jon"), into: who("John", 9), span: SPAN };
    expect(merged([merge], [entry(who("Jon")), tie("Jon", "Cy"), entry(who("Bo", 20))])).toEqual([
      merge,
      entry(who("Bo", 20)),
    ]);
  });

  test("the model renames and removes only what the parser said nothing of", () => {
    const rename: Statement = { type: "rename", subject: who("Sarah"), name: "Zora", span: SPAN };
    const remove: Statement = { type: "remove", subject: who("Bo"), span: SPAN };
    expect(merged([], [rename, remove])).toEqual([rename, remove]);
    expect(merged([entry(who("Sarah")), tie("Ana", "Bo")], [rename, remove])).toHaveLength(2);
  });

  test("questions and requests of the model count only where the parser found none", () => {
    const parsed: Reading = {
      ...EMPTY_READING,
      questions: [{ type: "next", subjects: [] }],
      requests: [{ type: "undo" }],
    };
    const modelled: Reading = {
      ...EMPTY_READING,
      questions: [{ type: "open", subjects: [] }],
      requests: [{ type: "help" }],
    };
    expect(mergeReadings(parsed, modelled)).toEqual(parsed);
    expect(mergeReadings(EMPTY_READING, modelled)).toEqual(modelled);
  });

  const anyStatement = fc.oneof(
    fc
      .record({
        name: fc.constantFrom("Ana", "Bo", "Cy"),
        explicit: fc.boolean(),
        fields: fc.array(
          fc.tuple(fc.constantFrom("age", "fear", "want"), fc.nat(50), fc.integer({ min: 1, max: 20 })),
          { maxLength: 3 },
        ),
      })
      .map(({ name, explicit, fields }) =>
        entry(
          who(name),
          fields.map(([key, start, size]) => field(key, "x", start, start + size)),
          { explicit },
        ),
      ),
    fc.tuple(fc.constantFrom("Ana", "Bo"), fc.constantFrom("Cy", "Di")).map(([a, b]) => tie(a, b)),
    fc
      .constantFrom("Ana", "Bo")
      .map((name): Statement => ({ type: "remove", subject: who(name), span: SPAN })),
  );
  const anyStatements = fc.array(anyStatement, { maxLength: 5 });

  test("whatever the model says, every parsed statement and field is still there, in order", () => {
    fc.assert(
      fc.property(anyStatements, anyStatements, (parsed, modelled) => {
        const result = merged(parsed, modelled).slice(0, parsed.length);
        expect(result.map((each) => (each.type === "entry" ? { ...each, fields: [] } : each))).toEqual(
          parsed.map((each) => (each.type === "entry" ? { ...each, fields: [] } : each)),
        );
        parsed.forEach((each, index) => {
          const after = result[index];
          if (each.type === "entry" && after?.type === "entry")
            expect(after.fields.slice(0, each.fields.length)).toEqual(each.fields);
        });
      }),
    );
  });

  test("a silent model changes nothing", () => {
    fc.assert(
      fc.property(anyStatements, (parsed) => {
        expect(merged(parsed, [])).toEqual(parsed);
      }),
    );
  });
});
