import type { Outcome } from "../../chat/outcome.ts";
import { headlineOf } from "../../chat/receipt.ts";
import { refused } from "../../chat/refused.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { applyReading } from "../../domain/bible/apply-reading.ts";
import type { Change } from "../../domain/bible/change.ts";
import { cardFields } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { createNameIndex } from "../../domain/bible/name-index.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { UserError } from "../../domain/errors.ts";
import type { ItemFields } from "../../domain/operation.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Request, Statement } from "../../domain/reading/reading.ts";
import { requireRole } from "../../domain/role.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import type { Model } from "../../ports/model.ts";
import { authorOf, type BibleParts } from "./parts.ts";

export interface DraftParts extends BibleParts {
  readonly model: Model;
}

type DraftRequest = Request & { type: "draft" };

/** How often a draft is drawn anew because its name is taken. */
const MAX_DRAWS = 10;
const CARD_FIELDS = 8;
const TAKEN_LIMIT = 300;
const CAST_LIMIT = 40;
const NOWHERE = { start: 0, end: 0 };

/** "invent a villain", "give me a scene in the diner": Backlot writes one entry itself, as a draft whose facts are proposals. */
export function createDraftSkill(parts: DraftParts): Skill {
  const requested = (reading: Parameters<Skill["claims"]>[1]): DraftRequest | undefined =>
    reading.requests.find((request) => request.type === "draft");
  return {
    name: "draft",
    claims: (_turn, reading) => requested(reading) !== undefined,
    run: async (turn, reading) => {
      const request = requested(reading);
      return request ? draft(parts, turn, request) : { blocks: [] };
    },
  };
}

async function draft(parts: DraftParts, turn: Turn, request: DraftRequest): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const gate = checkGate(turn, request.kind);
  if (!gate.ok) return refused(gate);
  const { statement, known } = await draw(parts, turn, request);
  const author = { ...authorOf(parts, turn), by: "backlot", fact_status: "proposed" as const };
  const own = schemaOf(turn.project);
  const applied = applyReading({ ...author, reading: { statements: [statement] }, known, schema: own });
  const head = `I made up **${statement.subject.name}**. It is a draft: change what you like, or undo it.`;
  return asCard(savedReply(turn, { ...applied, known, head }), applied.changes, own);
}

/** A drafted sheet is long: its receipt gives way to a card with what matters first, and says where the rest is. */
function asCard(outcome: Outcome, changes: readonly Change[], own: ProjectSchema): Outcome {
  const entry = changes[0]?.after;
  if (!entry) return outcome;
  const fields = cardFields(entry, own);
  const rest = fields.length - CARD_FIELDS;
  const more =
    rest > 0
      ? `${rest} more ${rest === 1 ? "field is" : "fields are"} written: /${entry.kind} ${entry.name}`
      : "";
  const below = [headlineOf(changes.slice(1)), more].filter((text) => text !== "").join(" ");
  const card: DraftBlock = {
    type: "card",
    title: entry.name,
    fields: fields.slice(0, CARD_FIELDS),
    entry_id: entry.id,
    kind: entry.kind,
  };
  const drawn: DraftBlock[] = below === "" ? [card] : [card, { type: "text", text: below }];
  return {
    ...outcome,
    blocks: outcome.blocks.flatMap((block) => (block.type === "receipt" ? drawn : block)),
  };
}

/** Drafts until the name is free. Throws UserError when none is. */
async function draw(parts: DraftParts, turn: Turn, request: DraftRequest) {
  const ground = await readGround(parts, turn, request);
  const seed = parts.ids.seed();
  for (let attempt = 0; attempt < MAX_DRAWS; attempt += 1) {
    const fields = await parts.model.draft(
      { kind: request.kind, brief: request.brief, ...ground, seed, index: 0, attempt },
      { signal: turn.signal },
    );
    const statement = statementOf(request.kind, fields);
    const known = await loadKnown(parts.bible, turn.project.id, [statement]);
    if (!nameTaken(known, statement)) return { statement, known };
    ground.taken.push(statement.subject.name);
  }
  throw new UserError(
    "conflict",
    `I found no name for a new ${request.kind} that is still free.`,
    "Say what it should be called.",
  );
}

/** What the draft may use. Whoever the request names comes first, so that a scene asked for with Sarah has her in it. */
async function readGround({ bible }: DraftParts, turn: Turn, { kind, subjects }: DraftRequest) {
  const { id, title, documents } = turn.project;
  const namesFor = async (used: EntryKind) => (kind === "scene" ? bible.names(id, used, CAST_LIMIT) : []);
  const ids = subjects.flatMap((subject) => subject.entry_id ?? []);
  const [taken, cast, places, meant] = await Promise.all([
    bible.names(id, kind, TAKEN_LIMIT),
    namesFor("character"),
    namesFor("location"),
    ids.length > 0 ? bible.get(ids) : [],
  ]);
  const own = meant.filter((entry) => entry.project_id === id && entry.status !== "removed");
  const first = (used: EntryKind, names: readonly string[]) => {
    const named = own.filter((entry) => entry.kind === used).map((entry) => entry.name);
    return kind === "scene" ? [...new Set([...named, ...names])] : [];
  };
  return {
    taken: [...taken],
    cast: first("character", cast),
    places: first("location", places),
    film: { title, documents },
  };
}

function statementOf(kind: DraftRequest["kind"], drafted: ItemFields): Statement & { type: "entry" } {
  const { name, ...rest } = drafted;
  const fields = Object.entries(rest).map(([field, value]) => ({ field, value, ...NOWHERE }));
  return {
    type: "entry",
    kind,
    subject: { name: String(name ?? ""), ...NOWHERE },
    explicit: true,
    fields,
    span: NOWHERE,
  };
}

const nameTaken = (known: readonly Entry[], { kind, subject }: Statement & { type: "entry" }): boolean =>
  kind !== "scene" && createNameIndex(known).named(subject.name, kind) !== undefined;
