import type { Outcome } from "../../chat/outcome.ts";
import { openAction } from "../../chat/proposal.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { applyLater } from "../../domain/bible/apply-later.ts";
import { fieldLabel, possessive } from "../../domain/bible/describe.ts";
import type { Evidence } from "../../domain/bible/fact.ts";
import { checkField } from "../../domain/bible/field-check.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { UserError } from "../../domain/errors.ts";
import type { Asked, Point } from "../../domain/points/point.ts";
import { CHANGE_ALL, KEEP_ALL } from "../../domain/points/read-answer.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { answerTogether } from "./answer-together.ts";
import { withAsked } from "./asked.ts";
import { findScene } from "./find-scene.ts";
import type { ExtractParts } from "./parts.ts";
import { writePoint } from "./write-point.ts";

type Conflict = Point & { asks: Asked & { type: "conflict" } };
const SCENES_SHOWN = 8;

/** Which of two values holds, both, a third, or from which scene on. Throws UserError for what decides nothing. */
export async function answerConflict(
  parts: ExtractParts,
  turn: Turn,
  point: Conflict,
  closed: Point,
  value: string,
): Promise<Outcome> {
  const { asks } = point;
  const statement = asks.statement.type === "entry" ? { ...asks.statement, corrects: true } : asks.statement;
  switch (value) {
    case "keep": {
      const what = fieldLabel(asks.kept_field ?? asks.field, asks.kind, schemaOf(turn.project)).toLowerCase();
      const text = `**${possessive(asks.name)}** ${what} stays ${valueText(asks.kept)}.`;
      return withAsked(turn, { blocks: [{ type: "text", text }] }, [], [closed]);
    }
    case "change":
      return writePoint(parts, turn, point, closed, { statements: [statement] });
    case CHANGE_ALL:
    case KEEP_ALL:
      return answerTogether(parts, turn, point, value === CHANGE_ALL);
    case "both":
      onlyOne(turn, asks);
      return writePoint(parts, turn, point, closed, { statements: [both(statement, asks)] });
    case "story":
      return { blocks: await scenesToChoose(parts, turn, point) };
    default: {
      const third = /^is\s+(.+)$/i.exec(value)?.[1];
      return third === undefined
        ? fromScene(parts, turn, point, closed, value.replace(/^from\s+/i, ""))
        : thirdValue(parts, turn, point, closed, third);
    }
  }
}

/** Neither of the two values, but another one, in the answer's own words. */
function thirdValue(parts: ExtractParts, turn: Turn, point: Conflict, closed: Point, said: string) {
  const { kind, field, statement } = point.asks;
  const check = checkField(kind, field, said, schemaOf(turn.project));
  if (!check.ok) throw new UserError("invalid", `${check.reason}.`, check.hint);
  const place = { start: 0, end: turn.message?.text.length ?? 0 };
  const { subject } = statement as Statement & { type: "entry" };
  const written: Statement = {
    type: "entry",
    kind,
    subject: { ...subject, ...place },
    explicit: false,
    fields: [{ field, value: check.value, ...place }],
    corrects: true,
    span: place,
  };
  return writePoint(parts, turn, point, closed, { statements: [written], own: true });
}

/** Throws UserError where a field can hold one value alone, as an age. */
function onlyOne(turn: Turn, { kind, field, kept, said }: Conflict["asks"]): void {
  const [old, now] = [valueText(kept), valueText(said)];
  if (checkField(kind, field, `${old}; ${now}`, schemaOf(turn.project)).ok) return;
  throw new UserError(
    "invalid",
    `Only one ${fieldLabel(field, kind, schemaOf(turn.project)).toLowerCase()} can hold at a time.`,
    `Say ${old} or ${now}, or from which scene on it changes.`,
  );
}

const both = (statement: Statement, { kept, said }: Conflict["asks"]): Statement =>
  statement.type !== "entry"
    ? statement
    : {
        ...statement,
        fields: statement.fields.map((field) => ({
          ...field,
          value: `${valueText(kept)}; ${valueText(said)}`,
        })),
      };

async function scenesToChoose(parts: ExtractParts, turn: Turn, point: Conflict) {
  const scenes = await parts.bible.list(turn.project.id, { kind: "scene", limit: SCENES_SHOWN + 1 });
  if (scenes.length === 0)
    throw new UserError(
      "blocked",
      "There is no scene yet to change it in.",
      "Write the scene first, or choose one of the two values.",
    );
  const offers = scenes.slice(0, SCENES_SHOWN).map((scene) => ({
    label: scene.name.slice(0, 80),
    description: `From here on it is ${valueText(point.asks.said)}`,
    category: "alternative" as const,
    action: openAction("answer", point.id, { value: `from ${scene.id}` }),
  }));
  const text = `From which scene on is **${point.asks.name}** ${valueText(point.asks.said)}? Choose one, or say “from …” and its name.`;
  return [
    { type: "text" as const, text },
    { type: "offers" as const, offers },
  ];
}

/** The words that said it, in the message that was asked about. */
async function evidenceOf(
  parts: ExtractParts,
  { message_id, asks }: Conflict,
): Promise<Evidence | undefined> {
  const { statement, field } = asks;
  const message = message_id === undefined ? undefined : await parts.messages.get(message_id);
  if (!message || statement.type !== "entry") return undefined;
  const { start, end } = statement.fields.find((said) => said.field === field) ?? statement.span;
  const quote = message.text.slice(start, end);
  return quote === "" ? undefined : { quote, message_id: message.id, start, end };
}

async function fromScene(parts: ExtractParts, turn: Turn, point: Conflict, closed: Point, ref: string) {
  const { entry_id, field, said } = point.asks;
  const scene = await findScene(parts, turn, ref);
  const [entry] = await parts.bible.get([entry_id]);
  if (!entry || entry.status === "removed")
    throw new UserError("not_found", `${point.asks.name} is no longer in the bible.`, "Skip this question.");
  const evidence = await evidenceOf(parts, point);
  const changes = applyLater({
    ...(evidence === undefined ? {} : { evidence }),
    entry,
    field,
    value: said,
    scene,
    said_by: point.by,
    by: turn.person.id,
    at: parts.clock.now().toISOString(),
    project_id: turn.project.id,
    session_id: turn.session.id,
    turn_id: turn.id,
    nextId: (kind) => parts.ids.next(kind),
  });
  return withAsked(turn, savedReply(turn, { changes, notes: [], known: [entry, scene] }), [], [closed]);
}
