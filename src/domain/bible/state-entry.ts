import { ellipsis } from "../../lib/ellipsis.ts";
import type { FieldReading, Statement } from "../reading/reading.ts";
import { createOn, current, freeName, onDesk } from "./desk.ts";
import { dropField } from "./drop-field.ts";
import type { Entry } from "./entry.ts";
import { checkField, saysTheSame } from "./field-check.ts";
import { evidenceAt, type Hearing, mayChange, whoIs } from "./hearing.ts";
import { MAX_NAME_CHARS } from "./kinds.ts";
import { linkTarget } from "./links.ts";
import { writeField } from "./write-field.ts";

type EntryStatement = Statement & { type: "entry" };

/** Makes or updates the entry a statement speaks of. */
export function stateEntry(hearing: Hearing, statement: EntryStatement): void {
  const before = statement.explicit
    ? sameAgain(hearing, statement)
    : whoIs(hearing, statement.subject, statement.kind);
  if (!before && !statement.explicit) return;
  if (before && !mayChange(hearing, before)) return;
  const entry = before ?? make(hearing, statement);
  if (!entry) return;
  const remarks = hearing.notes.length;
  for (const said of fieldsSaid(statement, before === undefined)) {
    const evidence = evidenceAt(hearing, said, statement.span);
    writeField(hearing, current(hearing.desk, entry), said.field, said.value, evidence);
  }
  for (const drop of statement.drops ?? [])
    dropField(hearing, current(hearing.desk, entry), drop, evidenceAt(hearing, drop, statement.span));
  if (before && current(hearing.desk, before) === before && hearing.notes.length === remarks) {
    hearing.notes.push({ type: "same", name: before.name, kind: before.kind, entry_id: before.id });
  }
}

/** The entry an explicit statement names again. The same heading with another summary is another scene. */
function sameAgain(hearing: Hearing, statement: EntryStatement): Entry | undefined {
  const { subject, kind } = statement;
  const meant = subject.entry_id === undefined ? undefined : onDesk(hearing.desk, subject.entry_id);
  const entry =
    meant && meant.status !== "removed" && meant.kind === kind
      ? meant
      : hearing.desk.names.named(nameOf(statement), kind);
  // Whoever corrects a scene that is meant by its id writes a summary anew.
  if (!entry || kind !== "scene" || (statement.corrects && entry === meant)) return entry;
  const summary = statement.fields.find((said) => said.field === "summary")?.value;
  const known = entry.facts.summary?.value;
  return summary !== undefined && known !== undefined && !saysTheSame(summary, known) ? undefined : entry;
}

/** Scenes may share a heading; a number in brackets tells their names apart. */
function make(hearing: Hearing, statement: EntryStatement): Entry | undefined {
  const { kind, span } = statement;
  const wanted = nameOf(statement);
  if (hearing.withhold.includes(kind)) {
    const people = statement.fields.flatMap(({ field, value }) =>
      linkTarget(kind, field) === "character" && Array.isArray(value) ? value : [],
    );
    hearing.notes.push({ type: "withheld", name: wanted, kind, people });
    return undefined;
  }
  const check = checkField(kind, "name", kind === "scene" ? freeName(hearing.desk, kind, wanted) : wanted);
  if (check.ok)
    return createOn(hearing.desk, kind, String(check.value), evidenceAt(hearing, span, statement.subject));
  hearing.notes.push({ type: "invalid", name: ellipsis(wanted, 60), reason: check.reason, hint: check.hint });
  return undefined;
}

function nameOf(statement: EntryStatement): string {
  const said = statement.subject.name.trim();
  if (statement.kind !== "scene") return said;
  const heading = statement.fields.find((field) => field.field === "heading")?.value;
  return ellipsis(said === "" ? String(heading ?? "Scene") : said, MAX_NAME_CHARS - 8);
}

/** The name has its own statement. A new scene that names no place takes place in its set. */
function fieldsSaid(statement: EntryStatement, made: boolean): readonly FieldReading[] {
  const fields = statement.fields.filter((said) => said.field !== "name");
  const set = fields.find((said) => said.field === "set");
  const placed = fields.some((said) => said.field === "location");
  return made && statement.kind === "scene" && set && !placed
    ? [...fields, { ...set, field: "location" }]
    : fields;
}
