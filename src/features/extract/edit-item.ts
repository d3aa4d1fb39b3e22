import { fieldInput } from "../../chat/field-input.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { openAction } from "../../chat/proposal.ts";
import type { FormField } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { checkField } from "../../domain/bible/field-check.ts";
import { UserError } from "../../domain/errors.ts";
import type { Point, ProposedItem } from "../../domain/points/point.ts";
import { openItems, renameIn, settleItems } from "../../domain/points/settle-proposal.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import type { ExtractParts } from "./parts.ts";
import { writePoint } from "./write-point.ts";

interface Filled {
  readonly values: Readonly<Record<string, string>> | undefined;
  /** The form's answer shows the next part. */
  readonly next: boolean;
}

/** One part of a proposal in a form, and the part written as the form says. */
export async function editItem(
  parts: ExtractParts,
  turn: Turn,
  point: Point,
  wanted: string,
  { values, next }: Filled,
): Promise<Outcome> {
  const [item] = openItems(point, wanted);
  if (!item)
    throw new UserError("not_found", "That part is settled already.", "Type /open to see what still waits.");
  if (!values) return { blocks: [formOf(turn, point, item, next)] };
  const statement = edited(turn, item, values);
  const at = parts.clock.now().toISOString();
  const written = settleItems(point, [item], "accepted", turn.person.id, at);
  const settled =
    statement.type === "entry" ? renameIn(written, item.line.name, statement.subject.name) : written;
  return writePoint(parts, turn, point, settled, { statements: [statement], own: true });
}

function formOf(turn: Turn, point: Point, { id, statement, line }: ProposedItem, next: boolean) {
  if (statement.type !== "entry" && statement.type !== "rename")
    throw new UserError(
      "bad_request",
      "This part is as it is: accept it or leave it out.",
      "Type /open to decide.",
    );
  return {
    type: "ask_form" as const,
    title: `${line.name} as it should be`,
    fields: statement.type === "entry" ? fieldsOf(turn, statement) : [nameField(statement.name)],
    action: openAction("edit", point.id, next ? { item: id, next } : { item: id }) as {
      type: "command";
      command: string;
      options: Record<string, unknown>;
    },
  };
}

const nameField = (value: string): FormField => ({
  name: "name",
  label: "Name",
  input: "text",
  value,
  required: true,
});

function fieldsOf(
  turn: Turn,
  { kind, subject, fields, explicit }: Statement & { type: "entry" },
): FormField[] {
  const schema = schemaOf(turn.project);
  const asked = fields.map(({ field, value }) => fieldInput(kind, field, schema, value));
  return explicit && fields.length === 0 ? [nameField(subject.name)] : asked;
}

/** Throws UserError for a value that does not fit. */
function edited(
  turn: Turn,
  { statement }: ProposedItem,
  values: Readonly<Record<string, string>>,
): Statement {
  if (statement.type === "rename") return { ...statement, name: values.name ?? statement.name };
  if (statement.type !== "entry") return statement;
  const fields = statement.fields.map((field) => {
    const raw = values[field.field];
    if (raw === undefined) return field;
    const check = checkField(statement.kind, field.field, raw, schemaOf(turn.project));
    if (!check.ok) throw new UserError("invalid", `${check.reason}.`, check.hint);
    return { ...field, value: check.value };
  });
  const name =
    statement.fields.length === 0 ? (values.name ?? statement.subject.name) : statement.subject.name;
  return { ...statement, subject: { ...statement.subject, name }, fields, corrects: true };
}
