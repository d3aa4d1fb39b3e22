import type { Outcome } from "../../chat/outcome.ts";
import { pointOf } from "../../chat/proposal.ts";
import type { Turn } from "../../chat/turn.ts";
import { authorOfTurn } from "../../chat/turn-author.ts";
import { checkField } from "../../domain/bible/field-check.ts";
import { keepApart } from "../../domain/bible/twins.ts";
import { UserError } from "../../domain/errors.ts";
import type { Asked, Point } from "../../domain/points/point.ts";
import { ALL_OF_THEM, MAKE_ONE_UP, SOMEBODY_NEW } from "../../domain/points/read-answer.ts";
import { fillName, resolveMention } from "../../domain/points/resolve-mention.ts";
import { closePoint } from "../../domain/points/settle-proposal.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { answerConflict } from "./answer-conflict.ts";
import { missingOf } from "./ask.ts";
import { withAsked } from "./asked.ts";
import { inventName } from "./invent-name.ts";
import type { ExtractParts } from "./parts.ts";
import { writePoint } from "./write-point.ts";

type Of<T extends Asked["type"]> = Point & { asks: { type: T } };

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
      return answerConflict(parts, turn, point as Of<"conflict">, closed, value);
  }
}

async function which(parts: ExtractParts, turn: Turn, point: Of<"which">, closed: Point, value: string) {
  const { candidates, name, also = [] } = point.asks;
  const said = [point.asks.statement, ...also];
  const wanted = value.trim().toLowerCase();
  const write = (statements: readonly Statement[], apart = false) =>
    writePoint(parts, turn, point, closed, { statements, contradictions: "ask", apart });
  if (wanted === SOMEBODY_NEW) {
    const outcome = await write(
      said.flatMap((statement) => asNew(statement, name)),
      true,
    );
    return toldApart(parts, turn, outcome, name, candidates);
  }
  if (wanted === ALL_OF_THEM)
    return write(
      said.flatMap((statement) => candidates.map((each) => resolveMention(statement, name, each))),
    );
  const meant = candidates.find((each) => each.entry_id === value || each.name.toLowerCase() === wanted);
  if (!meant) {
    const names = candidates.map((each) => each.name).join(", ");
    throw new UserError("not_found", `${value} is none of them.`, `Choose one of: ${names}.`);
  }
  return write(said.map((statement) => resolveMention(statement, name, meant)));
}

/** The outcome with what is made kept apart from those it was taken for, so that a merge is not offered. */
async function toldApart(
  parts: ExtractParts,
  turn: Turn,
  outcome: Outcome,
  name: string,
  candidates: Of<"which">["asks"]["candidates"],
): Promise<Outcome> {
  const made = outcome.changes?.find(
    (change) => change.action === "created" && nameKey(change.name) === nameKey(name),
  )?.after;
  const others = made ? await parts.bible.get(candidates.map(({ entry_id }) => entry_id)) : [];
  const [other] = others.filter(({ kind, status }) => kind === made?.kind && status !== "removed");
  if (!made || !other) return outcome;
  const changes = keepApart({ ...authorOfTurn(turn, parts), fact_status: "confirmed" }, made, other);
  return { ...outcome, changes: [...(outcome.changes ?? []), ...changes] };
}

/** What was said of somebody who is not in the bible yet, with them made first where it only speaks of them. */
function asNew(statement: Statement, name: string): Statement[] {
  if (statement.type === "entry" && nameKey(statement.subject.name) === nameKey(name))
    return [{ ...statement, explicit: true }];
  const mention =
    statement.type === "relationship"
      ? [statement.from, statement.to].find((end) => nameKey(end.name) === nameKey(name))
      : undefined;
  if (!mention) return [statement];
  const { start, end } = mention;
  const made: Statement = {
    type: "entry",
    kind: "character",
    subject: mention,
    explicit: true,
    fields: [],
    span: { start, end },
  };
  return [made, statement];
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
