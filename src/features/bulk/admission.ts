import type { Outcome } from "../../chat/outcome.ts";
import { refused } from "../../chat/refused.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { type ItemInput, MAX_BRIEF_CHARS, type Operation, type Selection } from "../../domain/operation.ts";
import { requireRole } from "../../domain/role.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import { confirmation, twice } from "./ask-first.ts";
import { estimate, needsYes } from "./estimate.ts";
import type { BulkKind } from "./kinds/kind.ts";
import { Pace } from "./pace.ts";
import type { BulkParts } from "./parts.ts";
import { readAsk } from "./read-ask.ts";
import { readKind } from "./read-kind.ts";
import { rowReport } from "./row-report.ts";
import { type ToldRows, toldRows } from "./told-rows.ts";
import type { Wish } from "./wish.ts";

/** In one project at a time; more would only wait for one another. */
const MAX_RUNNING = 5;
/** The same words of the same person again so soon are more often a slip than a wish. */
const TWICE_MS = 10_000;
/** Whoever has seen the first one end asks for more. */
const TWICE_ENDED_MS = 3_000;
/** Nobody starts more within that time. */
const LATEST = 10;
/** Those with failed items are among them, which take up no room. */
const OPEN = 50;

/** What may begin as it is: so many items of a kind. */
export interface Admitted {
  readonly kind: BulkKind;
  readonly total: number;
  readonly brief: string;
  readonly seed: number;
  readonly selection?: Selection;
  readonly targets?: readonly string[];
  readonly inputs?: readonly ItemInput[];
  /** What people should know before it begins. */
  readonly note?: string;
}

export type Admission =
  | { readonly type: "go"; readonly work: Admitted }
  /** Refused, or to be asked first; nothing begins. */
  | { readonly type: "tell"; readonly outcome: Outcome };

/**
 * Holds a wish against everything that could be wrong with it before any of it is queued. Throws UserError for what
 * cannot be made at all. Writes nothing; asked again, it looks at the project as it is then.
 */
export async function admit(parts: BulkParts, turn: Turn, wish: Wish): Promise<Admission> {
  requireRole(turn.person.role, "writer", "start bulk work");
  const kind = readKind(wish.kind);
  const gate = kind.gate === undefined ? { ok: true as const } : checkGate(turn, kind.gate);
  if (!gate.ok) return tell(refused(gate));
  const rows = await toldRows(parts, turn, wish, kind.counted && !kind.targeted ? kind.gate : undefined);
  const work = rows ? workOfRows(parts, kind, rows, wish) : await planned(parts, turn, kind, wish);
  checkBrief(work.brief);
  const [open, latest] = await Promise.all([
    parts.operations.list(turn.project.id, OPEN, { standing: "open" }),
    parts.operations.list(turn.project.id, LATEST),
  ]);
  checkRoom(open);
  const { model, prices, pace = new Pace() } = parts;
  const cost = estimate(work.total, pace.of(kind.type, model.info.offline), prices);
  const known = { ...wish, kind: kind.type, brief: work.brief, ...(rows ? { rows: rows.message_id } : {}) };
  if (rows && rows.bad.length > 0 && !saidYes(wish, work))
    return tell(rowReport(turn, known, rows, { one: kind.one, many: kind.type }, cost));
  if (needsYes(cost) && !saidYes(wish, work))
    return tell(confirmation(turn, known, { items: itemsText(kind, work.total), count: work.total }, cost));
  const like = wish.again ? undefined : latest.find((each) => isLike(each, work, turn, parts.clock.now()));
  return like ? tell(twice(turn, known, like)) : { type: "go", work };
}

const saidYes = ({ confirmed }: Wish, { total }: Admitted): boolean =>
  confirmed === "any" || confirmed === total;

const tell = (outcome: Outcome): Admission => ({ type: "tell", outcome });

const itemsText = ({ one, type }: BulkKind, total: number): string =>
  `${total.toLocaleString("en")} ${total === 1 ? one : type}`;

function workOfRows(parts: BulkParts, kind: BulkKind, { good, brief }: ToldRows, wish: Wish): Admitted {
  const inputs = good.map(({ row: _row, ...input }) => input);
  return {
    kind,
    total: inputs.length,
    brief: wish.rows ? wish.brief : brief,
    seed: parts.ids.seed(),
    inputs,
  };
}

async function planned(parts: BulkParts, turn: Turn, kind: BulkKind, wish: Wish): Promise<Admitted> {
  const { brief } = wish;
  const asked = readAsk(kind, wish);
  const seed = parts.ids.seed();
  const plan = await kind.plan(parts, { film: turn, ...asked, brief, seed });
  if (!plan.ok) throw plan.reason;
  const { ok: _ok, ...items } = plan;
  const { selection } = asked;
  return { kind, brief, seed, ...(selection ? { selection } : {}), ...items };
}

function checkBrief(brief: string): void {
  if (brief.length <= MAX_BRIEF_CHARS) return;
  throw new UserError(
    "too_large",
    `The brief has ${brief.length.toLocaleString("en")} characters; at most ${MAX_BRIEF_CHARS.toLocaleString("en")} fit.`,
    "Say it shorter, or send the long text as a message first.",
  );
}

function checkRoom(open: readonly Operation[]): void {
  const running = open.filter(({ ended_at }) => ended_at === undefined).length;
  if (running < MAX_RUNNING) return;
  throw new UserError(
    "rate_limited",
    `${running} operations have not ended in this project, as many as may be at once.`,
    "Wait until one ends, or cancel one: /jobs shows them.",
  );
}

const isLike = (other: Operation, work: Admitted, { person, session }: Turn, now: Date): boolean =>
  other.type === work.kind.type &&
  other.progress.total === work.total &&
  other.brief === work.brief &&
  other.by === person.id &&
  other.session_id === session.id &&
  now.getTime() - Date.parse(other.started_at) < (other.ended_at === undefined ? TWICE_MS : TWICE_ENDED_MS);
