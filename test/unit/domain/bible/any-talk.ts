import fc from "fast-check";
import { ENTRY_KINDS } from "../../../../src/domain/bible/kinds.ts";
import type { Group, Statement } from "../../../../src/domain/reading/reading.ts";
import { NOWHERE, removes, renames, says, ties } from "./bible-maker.ts";

/** Few names, so that statements meet one another. */
export const NAMES = ["Sarah", "Sarah Connor", "John", "Jon", "Diner", "INT. DINER - NIGHT", "Knife"];
export const anyName = fc.constantFrom(...NAMES);

const fields = fc.record(
  {
    age: fc.integer({ min: -5, max: 250 }),
    traits: fc.subarray(["brave", "kind", "calm"]),
    groups: fc.subarray(["the crew", "the press"]),
    occupation: fc.constantFrom("cop", "judge"),
    summary: fc.constantFrom("They meet.", "They part."),
    characters: fc.uniqueArray(anyName, { maxLength: 3 }),
    location: anyName,
    owner: anyName,
  },
  { requiredKeys: [] },
);

const drop = fc
  .tuple(
    fc.constantFrom("age", "traits", "characters", "location", "owner"),
    fc.option(fc.constantFrom("brave", "Sarah", "John", "Diner"), { nil: undefined }),
  )
  .map(([field, value]) => ({ field, ...NOWHERE, ...(value === undefined ? {} : { value }) }));

const group = fc.constantFrom<Group>(
  { by: "all", value: "" },
  { by: "group", value: "the crew" },
  { by: "occupation", value: "cop" },
  { by: "scene", value: "INT. DINER - NIGHT" },
);

const entry = fc
  .tuple(fc.constantFrom(...ENTRY_KINDS), anyName, fields, fc.boolean())
  .map(([kind, who, said, explicit]) => says(kind, who, said as Record<string, string>, explicit));

/** Everything a sentence may state. */
export const anyStatement: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 4, arbitrary: entry },
  fc
    .tuple(entry, fc.array(drop, { maxLength: 2 }))
    .map(([said, drops]) => ({ ...said, drops, corrects: true })),
  fc.tuple(entry, group).map(
    ([said, whom]): Statement => ({
      ...said,
      kind: "character",
      explicit: false,
      subject: { ...said.subject, group: whom },
    }),
  ),
  fc
    .tuple(
      anyName,
      anyName,
      fc.constantFrom("sibling" as const, "parent" as const, "rival" as const),
      fc.boolean(),
    )
    .map((all) => ties(...all)),
  fc
    .tuple(anyName, anyName, fc.boolean())
    .map(
      ([from, to, secret]): Statement =>
        ({ ...ties(from, to, "rival"), type: "relationship", secret, ends: !secret }) as Statement,
    ),
  fc.tuple(anyName, anyName).map(([who, now]) => renames(who, now)),
  fc.tuple(anyName, anyName, fc.subarray(["age", "traits", "location"])).map(
    ([who, into, takes]): Statement => ({
      type: "merge",
      subject: { name: who, ...NOWHERE },
      into: { name: into, ...NOWHERE },
      takes,
      span: NOWHERE,
    }),
  ),
  anyName.map((who) => removes(who)),
);

/** Values of a form, for whichever entry it is opened on. */
export const anyEdit = fc.record(
  {
    name: anyName,
    age: fc.constantFrom("", "41"),
    traits: fc.constantFrom("", "calm, kind"),
    summary: fc.constantFrom("", "They wait."),
    characters: fc.constantFrom("", "Sarah, John"),
    location: fc.constantFrom("", "Diner", "Pier"),
  },
  { requiredKeys: [] },
);
