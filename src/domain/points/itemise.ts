import type { Entry } from "../bible/entry.ts";
import type { FactValue } from "../bible/fact.ts";
import { joinLists, saysTheSame } from "../bible/field-check.ts";
import type { EntryKind } from "../bible/kinds.ts";
import { createNameIndex, type NameIndex } from "../bible/name-index.ts";
import { relationshipName } from "../bible/relations.ts";
import type { FieldDrop, FieldReading, Mention, Span, Statement } from "../reading/reading.ts";
import type { ProposedItem, ProposedLine } from "./point.ts";

type Item = Pick<ProposedItem, "statement" | "line">;
type EntryStatement = Statement & { type: "entry" };

/**
 * Parts statements so that each part can be accepted or declined by itself: an entry that is new, one field of an entry,
 * a tie, a name, a removal. What says nothing new is left out. `known` as for `applyReading`.
 */
export function itemise(statements: readonly Statement[], known: readonly Entry[], text: string): Item[] {
  const desk: Desk = {
    text,
    index: createNameIndex(known),
    byId: new Map(known.map((entry) => [entry.id, entry])),
  };
  return statements.flatMap((statement) => partsOf(desk, statement));
}

interface Desk {
  readonly text: string;
  readonly index: NameIndex;
  readonly byId: ReadonlyMap<string, Entry>;
}

function partsOf(desk: Desk, statement: Statement): Item[] {
  switch (statement.type) {
    case "entry":
      return entryParts(desk, statement);
    case "relationship": {
      const { from, to, relation, ends } = statement;
      const name = relationshipName(called(desk, from), called(desk, to), relation);
      const line: ProposedLine = { action: ends ? "removed" : "created", kind: "relationship", name };
      return [{ statement, line: quoted(desk, line, statement.span) }];
    }
    case "rename": {
      const entry = whose(desk, statement.subject);
      const [kind, before] = [entry?.kind ?? "character", entry?.name ?? statement.subject.name];
      const line: ProposedLine = {
        action: "updated",
        kind,
        name: before,
        field: "name",
        before,
        after: statement.name,
      };
      return [{ statement, line: quoted(desk, line, statement.span) }];
    }
    case "remove": {
      const entry = whose(desk, statement.subject, statement.kind);
      if (!entry) return [];
      const line: ProposedLine = { action: "removed", kind: entry.kind, name: entry.name };
      return [{ statement, line: quoted(desk, line, statement.span) }];
    }
    case "merge":
      return [];
  }
}

function entryParts(desk: Desk, statement: EntryStatement): Item[] {
  const { kind, subject, fields, drops = [], explicit } = statement;
  const entry = subject.group ? undefined : whose(desk, subject, kind);
  const name = entry?.name ?? subject.name;
  if (!entry && !explicit && !subject.group) return [];
  const made: Item[] =
    entry || subject.group
      ? []
      : [
          {
            statement: { ...statement, fields: namingFields(statement), drops: [] },
            line: quoted(desk, { action: "created", kind, name }, statement.span),
          },
        ];
  const naming = new Set(made.length > 0 ? namingFields(statement) : []);
  const said = fields
    .filter((field) => field.field !== "name" && !naming.has(field))
    .flatMap((field) => fieldPart(desk, statement, entry, name, field) ?? []);
  const dropped = drops.flatMap((drop) => dropPart(desk, statement, entry, name, drop) ?? []);
  return [...made, ...said, ...dropped];
}

/** A scene's heading is its name; what the heading tells belongs to the making of the scene. */
const namingFields = ({ kind, fields }: EntryStatement): FieldReading[] =>
  kind === "scene"
    ? fields.filter(({ field }) => ["heading", "int_ext", "set", "time_of_day", "location"].includes(field))
    : [];

function fieldPart(
  desk: Desk,
  statement: EntryStatement,
  entry: Entry | undefined,
  name: string,
  field: FieldReading,
): Item | undefined {
  const before = entry?.facts[field.field]?.value;
  const after = joined(before, field.value);
  if (before !== undefined && saysTheSame(before, after)) return undefined;
  const line: ProposedLine = {
    action: "updated",
    kind: statement.kind,
    name,
    field: field.field,
    ...(before === undefined ? {} : { before }),
    after,
  };
  return {
    statement: { ...statement, fields: [field], drops: [] },
    line: quoted(desk, line, field),
  };
}

function dropPart(
  desk: Desk,
  statement: EntryStatement,
  entry: Entry | undefined,
  name: string,
  drop: FieldDrop,
): Item | undefined {
  const before = entry?.facts[drop.field]?.value;
  if (before === undefined) return undefined;
  const line: ProposedLine = { action: "updated", kind: statement.kind, name, field: drop.field, before };
  return { statement: { ...statement, fields: [], drops: [drop] }, line: quoted(desk, line, drop) };
}

const joined = (before: FactValue | undefined, said: FactValue): FactValue =>
  Array.isArray(before) && Array.isArray(said) ? joinLists(before, said) : said;

function whose({ byId, index }: Desk, mention: Mention, kind?: EntryKind): Entry | undefined {
  const meant = mention.entry_id === undefined ? undefined : byId.get(mention.entry_id);
  if (meant && meant.status !== "removed") return meant;
  const found = index.find(mention.name, kind);
  return found.type === "one" ? found.entry : undefined;
}

const called = (desk: Desk, mention: Mention): string => whose(desk, mention)?.name ?? mention.name;

function quoted({ text }: Desk, line: ProposedLine, { start, end }: Span): ProposedLine {
  const quote = text.slice(start, end).trim();
  return quote === "" ? line : { ...line, quote };
}
