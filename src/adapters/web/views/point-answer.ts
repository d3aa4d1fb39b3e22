import type { ChatMessage } from "../../../chat/chat-message.ts";
import { fieldInput } from "../../../chat/field-input.ts";
import { questionText } from "../../../chat/point-blocks.ts";
import type { FormField } from "../../../chat/reply.ts";
import type { Evidence } from "../../../domain/bible/fact.ts";
import { fieldShape } from "../../../domain/bible/field-check.ts";
import { fieldLabel } from "../../../domain/bible/kind-words.ts";
import type { ProjectSchema } from "../../../domain/bible/project-schema.ts";
import type { Asked, Point, ProposedItem } from "../../../domain/points/point.ts";
import type { Statement } from "../../../domain/reading/reading.ts";
import { itemField } from "../item-field.ts";
import type { PointAnswer } from "../schemas/point.ts";

/** An import of thousands is decided as a whole; its first parts show what it is. */
const SHOWN_ITEMS = 60;

/** A point without the statements it holds. `said` is the message they quote, where there is one. */
export function pointAnswer(
  { asks, answered_by: _by, answered_at: _at, ...point }: Point,
  own: ProjectSchema,
  said: Pick<ChatMessage, "id" | "text"> | undefined,
): PointAnswer {
  return { ...point, question: questionText(asks, own), asks: publicAsks(asks, own, said) };
}

function publicAsks(
  asks: Asked,
  own: ProjectSchema,
  said: Pick<ChatMessage, "id" | "text"> | undefined,
): PointAnswer["asks"] {
  switch (asks.type) {
    case "proposal": {
      const { type, reason, title, items } = asks;
      const open = items.filter((item) => item.state === "open");
      const shown = [...open, ...items.filter((item) => item.state !== "open")].slice(0, SHOWN_ITEMS);
      return {
        type,
        reason,
        title,
        items: shown.map((item) => publicItem(item, own)),
        total: items.length,
        open: open.length,
      };
    }
    case "which": {
      const { type, name, candidates, statement } = asks;
      return { type, name, candidates, ...proven(statement, said) };
    }
    case "missing":
      return { ...asks, input: fieldInput(asks.kind, asks.field, own) };
    case "name":
      return { type: asks.type, ...proven(asks.statement, said) };
    case "conflict": {
      const { statement, ...rest } = asks;
      return {
        ...rest,
        label: fieldLabel(asks.field, asks.kind, own),
        both: fieldShape(asks.kind, asks.field, own)?.type === "paragraph",
        ...proven(statement, said),
      };
    }
  }
}

function publicItem({ statement, ...item }: ProposedItem, own: ProjectSchema) {
  const input = item.state === "open" ? inputOf(statement, own) : undefined;
  return { ...item, ...(input === undefined ? {} : { input }) };
}

function inputOf(statement: Statement, own: ProjectSchema): FormField | undefined {
  const name = itemField(statement);
  if (name === undefined) return undefined;
  if (statement.type === "rename") return nameInput(statement.name);
  if (statement.type !== "entry") return undefined;
  const field = statement.fields.find((each) => each.field === name);
  return field === undefined
    ? nameInput(statement.subject.name)
    : fieldInput(statement.kind, name, own, field.value);
}

const nameInput = (value: string): FormField => ({
  name: "name",
  label: "Name",
  input: "text",
  value,
  required: true,
});

function proven(
  { span: { start, end } }: Statement,
  said: Pick<ChatMessage, "id" | "text"> | undefined,
): { evidence?: Evidence } {
  const quote = said?.text.slice(start, end) ?? "";
  return said === undefined || quote.trim() === ""
    ? {}
    : { evidence: { quote, message_id: said.id, start, end } };
}
