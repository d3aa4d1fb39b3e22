import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groundReading } from "../../../../src/domain/reading/ground.ts";
import {
  EMPTY_READING,
  type Mention,
  type Reading,
  type Request,
  type Statement,
} from "../../../../src/domain/reading/reading.ts";

const TEXT = "Sarah, a 28-year-old journalist, hates John. She is brave.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const mention = (name: string, words = name, id?: string): Mention => ({
  name,
  ...at(words),
  ...(id ? { entry_id: id } : {}),
});
const NOWHERE = { start: 500, end: 510 };
const ground = (part: Partial<Reading>) => groundReading(TEXT, { ...EMPTY_READING, ...part });
const entry = (
  subject: Mention,
  fields: Extract<Statement, { type: "entry" }>["fields"] = [],
  explicit = true,
): Statement => ({
  type: "entry",
  kind: "character",
  subject,
  explicit,
  fields,
  span: NOWHERE,
});

describe("groundReading", () => {
  test("keeps what stands in the text and gives a lost statement the place of its parts", () => {
    const age = { field: "age", value: 28, ...at("28-year-old") };
    expect(ground({ statements: [entry(mention("Sarah"), [age])] }).statements).toEqual([
      { ...entry(mention("Sarah"), [age]), span: { start: 0, end: at("28-year-old").end } },
    ]);
  });

  test("moves a name to where it stands and drops one that stands nowhere", () => {
    const astray = { name: "John", start: 0, end: 5 };
    expect(
      ground({ statements: [entry(astray), entry({ ...astray, name: "Bob" })] }).statements,
    ).toMatchObject([{ subject: { name: "John", ...at("John") } }]);
  });

  test("keeps a pronoun that points at an entry, not one that points at nobody", () => {
    expect(
      ground({ statements: [entry(mention("Mara", "She", "ent_1")), entry(mention("Mara", "She"))] })
        .statements,
    ).toHaveLength(1);
  });

  test("drops fields whose place is none or does not say their value", () => {
    const fields = [
      { field: "age", value: 29, ...at("28-year-old") },
      { field: "occupation", value: "journalist", ...NOWHERE },
      { field: "fear", value: "deep water", ...at("journalist") },
      { field: "traits", value: ["brave", "rich"], ...at("brave") },
      { field: "values", value: ["truth"], ...at("brave") },
      { field: "gender", value: "female", ...at("She") },
    ];
    expect(ground({ statements: [entry(mention("Sarah"), fields)] }).statements).toMatchObject([
      { fields: [{ field: "traits", value: ["brave"] }, { field: "gender" }] },
    ]);
  });

  test("drops an entry of which nothing is left, unless it is asked for", () => {
    const wrong = [{ field: "fear", value: "deep water", ...at("brave") }];
    expect(ground({ statements: [entry(mention("Sarah"), wrong, false)] }).statements).toEqual([]);
    expect(ground({ statements: [entry(mention("Sarah"), wrong, true)] }).statements).toHaveLength(1);
  });

  test("wants both ends of a relationship, the new name of a rename and whom a removal means", () => {
    const tie = {
      type: "relationship",
      from: mention("Sarah"),
      to: mention("John"),
      relation: "enemy",
      explicit: true,
      span: at("hates"),
    } as const;
    const rename = { type: "rename", subject: mention("Sarah"), name: "John", span: NOWHERE } as const;
    const remove = { type: "remove", subject: mention("John"), span: NOWHERE } as const;
    const bob = { name: "Bob", ...NOWHERE };
    const { statements } = ground({
      statements: [
        tie,
        { ...tie, to: bob },
        { ...tie, from: bob },
        rename,
        { ...rename, name: "Zora" },
        remove,
        { ...remove, subject: bob },
      ],
    });
    expect(statements).toEqual([tie, { ...rename, span: at("Sarah") }, { ...remove, span: at("John") }]);
  });

  test("keeps questions about someone only while the someone is there", () => {
    const bob = { name: "Bob", ...NOWHERE };
    const { questions } = ground({
      questions: [
        { type: "who", subjects: [mention("Sarah"), bob] },
        { type: "who", subjects: [bob] },
        { type: "list", subjects: [], kind: "character" },
      ],
    });
    expect(questions).toEqual([
      { type: "who", subjects: [mention("Sarah")] },
      { type: "list", subjects: [], kind: "character" },
    ]);
  });

  test.each<[string, Request, boolean]>([
    ["make 12 characters", { type: "bulk", operation: "characters", count: 12, brief: "" }, true],
    ["make twelve characters", { type: "bulk", operation: "characters", count: 12, brief: "" }, true],
    ["…", { type: "bulk", operation: "characters", count: 12, brief: "" }, false],
    ["make characters", { type: "bulk", operation: "characters", count: 12, brief: "" }, false],
    ["make 120 characters", { type: "bulk", operation: "characters", count: 12, brief: "" }, false],
    ["make five hundred", { type: "bulk", operation: "characters", count: 500, brief: "" }, true],
    ["make one of 3,001", { type: "bulk", operation: "characters", count: 777, brief: "" }, false],
    [
      "logline: A boat sinks.",
      { type: "document", document: "logline", text: "A boat sinks.", brief: "" },
      true,
    ],
    ["a logline please", { type: "document", document: "logline", text: "A boat sinks.", brief: "" }, false],
    ["a logline please", { type: "document", document: "logline", brief: "" }, true],
    ["undo that", { type: "undo" }, true],
  ])("of “%s” keeps %o: %s", (text, request, kept) => {
    expect(groundReading(text, { ...EMPTY_READING, requests: [request] }).requests).toEqual(
      kept ? [request] : [],
    );
  });

  test("a draft keeps the subjects that are there", () => {
    const request = {
      type: "draft",
      kind: "scene",
      brief: "",
      subjects: [mention("Sarah"), { name: "Bob", ...NOWHERE }],
    } as const;
    expect(ground({ requests: [{ ...request, subjects: [...request.subjects] }] }).requests).toMatchObject([
      { subjects: [{ name: "Sarah" }] },
    ]);
  });

  test("whatever the spans, what is left lies in the text", () => {
    const anySpan = fc.record({
      start: fc.integer({ min: -5, max: 80 }),
      end: fc.integer({ min: -5, max: 80 }),
    });
    const name = fc.constantFrom("Sarah", "John", "Bob", "");
    fc.assert(
      fc.property(fc.string(), name, anySpan, anySpan, anySpan, (text, who, a, b, c) => {
        const subject = { name: who, ...a, entry_id: "ent_1" };
        const field = { field: "gender", value: "female", ...b };
        const { statements } = groundReading(text, {
          ...EMPTY_READING,
          statements: [{ ...entry(subject, [field]), span: c }],
        });
        for (const statement of statements) {
          const spans = [
            statement.span,
            ...(statement.type === "entry" ? [statement.subject, ...statement.fields] : []),
          ];
          for (const span of spans) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
    );
  });
});
