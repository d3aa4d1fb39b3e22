import type { Outcome } from "../../chat/outcome.ts";
import { openAction, pointOf } from "../../chat/proposal.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { applyLater } from "../../domain/bible/apply-later.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { checkField } from "../../domain/bible/field-check.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { UserError } from "../../domain/errors.ts";
import type { Asked, Point } from "../../domain/points/point.ts";
import { MAKE_ONE_UP } from "../../domain/points/read-answer.ts";
import { fillName, resolveMention } from "../../domain/points/resolve-mention.ts";
import { closePoint } from "../../domain/points/settle-proposal.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { missingOf } from "./ask.ts";
import { withAsked } from "./asked.ts";
import { inventName } from "./invent-name.ts";
import type { ExtractParts } from "./parts.ts";
import { writePoint } from "./write-point.ts";

type Of<T extends Asked["type"]> = Point & { asks: { type: T } };
const SCENES_SHOWN = 8;
const SCENE_LIMIT = 100;

/** Writes what an answer decides. Throws UserError for one that does not fit; the point then stays open. */
export async function answerPoint(
  parts: ExtractParts,
  turn: Turn,
  point: Point,
  value: string,
): Promise<Outcome> {
  const closed = closePoint(point, true, turn.person.id, parts.clock.now().toISOString());
  switch (point.asks.type) {
    case "proposal":
      throw new UserError(
        "bad_request",
        "That is a proposal.",
        "Accept it, edit it or decline it: /open shows it.",
      );
    case "which":
      return which(parts, turn, point as Of<"which">, closed, value);
    case "name": {
      const { statement, wants } = point.asks;
      const name =
        value.trim().toLowerCase() === MAKE_ONE_UP ? await inventName(parts, turn, statement) : value.trim();
      const named = fillName(statement, wants, name);
      return writePoint(parts, turn, point, closed, { statements: [named], contradictions: "ask" });
    }
    case "missing":
      return missing(parts, turn, point as Of<"missing">, closed, value);
    case "conflict":
      return conflict(parts, turn, point as Of<"conflict">, closed, value);
  }
}

async function which(parts: ExtractParts, turn: Turn, point: Of<"which">, closed: Point, value: string) {
  const { candidates, name, statement } = point.asks;
  const wanted = value.trim().toLowerCase();
  const meant = candidates.find((each) => each.entry_id === value || each.name.toLowerCase() === wanted);
  if (!meant) {
    const names = candidates.map((each) => each.name).join(", ");
    throw new UserError("not_found", `${value} is none of them.`, `Choose one of: ${names}.`);
  }
  const resolved = resolveMention(statement, name, meant);
  return writePoint(parts, turn, point, closed, { statements: [resolved], contradictions: "ask" });
}

async function missing(parts: ExtractParts, turn: Turn, point: Of<"missing">, closed: Point, value: string) {
  const { entry_id, kind, name, field } = point.asks;
  const check = checkField(kind, field, value, schemaOf(turn.project));
  if (!check.ok) throw new UserError("invalid", `${check.reason}.`, check.hint);
  const place = { start: 0, end: turn.message?.text.length ?? 0 };
  const statement: Statement = {
    type: "entry",
    kind,
    subject: { name, entry_id, ...place },
    explicit: false,
    fields: [{ field, value: check.value, ...place }],
    corrects: true,
    span: place,
  };
  const outcome = await writePoint(parts, turn, point, closed, { statements: [statement], own: true });
  return askNext(parts, turn, point, outcome, closed);
}

/** After an answer, or a question passed over, the next thing that is required of the same entry. */
export async function askNext(
  parts: ExtractParts,
  turn: Turn,
  point: Point,
  outcome: Outcome,
  closed: Point,
): Promise<Outcome> {
  if (point.asks.type !== "missing") return outcome;
  const { entry_id, field } = point.asks;
  const written = outcome.changes?.find((change) => change.entry_id === entry_id)?.after;
  const [stored] = written ? [written] : await parts.bible.get([entry_id]);
  const skipped = closed.state === "dismissed" ? field : undefined;
  const asks = stored && stored.status !== "removed" ? missingOf(turn, stored, skipped) : undefined;
  if (!asks) return outcome;
  return withAsked(turn, outcome, [pointOf(turn, parts.ids.next("point"), { asks })], []);
}

async function conflict(
  parts: ExtractParts,
  turn: Turn,
  point: Of<"conflict">,
  closed: Point,
  value: string,
) {
  const { asks } = point;
  const statement = asks.statement.type === "entry" ? { ...asks.statement, corrects: true } : asks.statement;
  switch (value) {
    case "keep": {
      const text = `**${asks.name}** stays as it was: ${valueText(asks.kept)}.`;
      return withAsked(turn, { blocks: [{ type: "text", text }] }, [], [closed]);
    }
    case "change":
      return writePoint(parts, turn, point, closed, { statements: [statement] });
    case "both":
      return writePoint(parts, turn, point, closed, { statements: [both(statement, asks)] });
    case "story":
      return { blocks: await scenesToChoose(parts, turn, point) };
    default:
      return fromScene(parts, turn, point, closed, value.replace(/^from\s+/i, ""));
  }
}

const both = (statement: Statement, { kept, said }: Of<"conflict">["asks"]): Statement =>
  statement.type !== "entry"
    ? statement
    : {
        ...statement,
        fields: statement.fields.map((field) => ({
          ...field,
          value: `${valueText(kept)}; ${valueText(said)}`,
        })),
      };

async function scenesToChoose(parts: ExtractParts, turn: Turn, point: Of<"conflict">) {
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

async function fromScene(parts: ExtractParts, turn: Turn, point: Of<"conflict">, closed: Point, ref: string) {
  const { entry_id, field, said } = point.asks;
  const scene = await findScene(parts, turn, ref);
  const [entry] = await parts.bible.get([entry_id]);
  if (!entry || entry.status === "removed")
    throw new UserError("not_found", `${point.asks.name} is no longer in the bible.`, "Skip this question.");
  const changes = applyLater({
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

async function findScene(parts: ExtractParts, turn: Turn, ref: string): Promise<Entry> {
  const found = /^ent_\S+$/.test(ref)
    ? await parts.bible.get([ref])
    : await parts.bible.byKeys(turn.project.id, lookupKeys(ref), SCENE_LIMIT);
  const own = found.filter((entry) => entry.project_id === turn.project.id && entry.status !== "removed");
  const byId = own.find((entry) => entry.id === ref && entry.kind === "scene");
  const named = byId ? undefined : createNameIndex(own).find(ref, "scene");
  const scene = byId ?? (named?.type === "one" ? named.entry : undefined);
  if (scene) return scene;
  const several = named?.type === "several" ? named.entries.map((entry) => entry.name).join(", ") : "";
  throw new UserError(
    "not_found",
    several === ""
      ? `There is no scene called ${ref.slice(0, 60)}.`
      : `That may be ${several.slice(0, 200)}.`,
    "Say “from” and the scene’s heading, or type /scene to see them.",
  );
}
