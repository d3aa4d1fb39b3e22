import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { editSchema, SchemaEdit } from "../../domain/bible/edit-schema.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import { deepEqual } from "../../lib/deep-equal.ts";
import { editReport } from "./edit-report.ts";
import type { SchemaParts } from "./parts.ts";

/** Makes one change to the film's schema, says what follows from it, and offers the way back. Throws a UserError for what cannot stand. */
export async function editSchemaOf(parts: SchemaParts, turn: Turn, given: SchemaEdit): Promise<Outcome> {
  const edit = withinLimits(given);
  const own = schemaOf(turn.project);
  const edited = editSchema(own, edit);
  if (!edited.ok) throw new UserError("invalid", `${edited.reason}.`, edited.hint);
  if (deepEqual(edited.schema, own))
    return { blocks: [{ type: "text", text: "That is how it is already; nothing was changed." }] };
  const report = await editReport(parts, turn, edit, { before: own, now: edited.schema });
  const back = takeBack(edited.back);
  return {
    project: withSchema(turn, edited.schema),
    blocks: [...report.blocks, offersBlock([...report.offers, back.offer])],
    memory: { schema_back: back.change },
  };
}

const withSchema = ({ project }: Turn, schema: ProjectSchema) => ({ ...project, schema });

const offersBlock = (offers: readonly Offer[]): DraftBlock => ({ type: "offers", offers });

/** The schema is in no bible history, so its way back is a button of its own. */
function takeBack(back: SchemaEdit) {
  const change = JSON.stringify(back);
  const offer: Offer = {
    label: "Take it back",
    description: "Makes it what it was before",
    category: "manual",
    action: { type: "command", command: "schema", options: { change } },
  };
  return { change, offer };
}

function withinLimits(given: SchemaEdit): SchemaEdit {
  const read = SchemaEdit.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const what = String(issue?.path.findLast((part) => typeof part === "string") ?? "That");
  throw new UserError(
    "invalid",
    issue?.code === "too_big"
      ? `${what} is too long: it has at most ${issue.maximum} ${issue.origin === "array" ? "entries" : "characters"}.`
      : `${what} cannot be like that.`,
    "Make it shorter, or leave it out.",
  );
}
