import { fieldsOf } from "../../../domain/bible/describe.ts";
import { draftedChange } from "../../../domain/bible/drafted.ts";
import type { Entry } from "../../../domain/bible/entry.ts";
import { countOf } from "../../../domain/bible/kinds.ts";
import { relationshipName } from "../../../domain/bible/relations.ts";
import { UserError } from "../../../domain/errors.ts";
import { ID_PREFIXES } from "../../../domain/ids.ts";
import { contentHash } from "../../../lib/content-hash.ts";
import type { ModelRun } from "../../../ports/model.ts";
import { planCount } from "../drafted-entries.ts";
import { entriesOf } from "../entries-of.ts";
import { freePairs, pairOf, tiedPairs } from "../free-pairs.ts";
import type { BulkParts } from "../parts.ts";
import { targetEntry } from "../target-entry.ts";
import type { BulkKind, BulkPlan, BulkRequest, BulkWork, ItemTry, Made } from "./kind.ts";

const EXAMPLE = "/bulk relationships 5";
const CAST_LIMIT = 300;
const TIES_LIMIT = 2_000;
const LINKED_LIMIT = 500;
const OPEN_OPERATIONS = 20;
/** A pair may have been tied and untied so many times. */
const TIES_OF_A_PAIR = 20;

/** Ties between characters that have none yet: each pair once. */
export const relationships: BulkKind = {
  type: "relationships",
  one: "relationship",
  words: ["ties", "tie", "relations"],
  gate: "relationship",
  counted: true,
  targeted: true,
  writes: true,
  example: EXAMPLE,
  past: "made",
  done: (count) =>
    `${count === 1 ? "1 relationship is" : `${count} relationships are`} in the bible as drafts`,
  plan,
  begin: async (parts, work) => ({ make: (item, run) => tie(parts, work, item, run) }),
};

async function plan(parts: BulkParts, request: BulkRequest): Promise<BulkPlan> {
  const asked = await planCount(EXAMPLE, request);
  if (!asked.ok) return asked;
  const { film, seed } = request;
  const project_id = film.project.id;
  const [cast, ties, waiting] = await Promise.all([
    entriesOf(parts, { project_id, kind: "character", limit: CAST_LIMIT }),
    entriesOf(parts, { project_id, kind: "relationship", limit: TIES_LIMIT }),
    pairsWaiting(parts, project_id),
  ]);
  const taken = new Set([...tiedPairs(ties), ...waiting]);
  const free = freePairs(
    cast.map(({ id }) => id),
    taken,
    seed,
  );
  if (asked.total <= free.length)
    return { ok: true, total: asked.total, targets: free.slice(0, asked.total) };
  return { ok: false, reason: tooFew(countOf(film.counts, "character"), free.length) };
}

/** The pairs that other bulk work of the project has still to tie. */
async function pairsWaiting({ operations }: BulkParts, projectId: string): Promise<string[]> {
  const open = await operations.list(projectId, OPEN_OPERATIONS, { standing: "open" });
  const ties = open.filter(({ type }) => type === "relationships");
  const status = ["pending", "processing", "failed"] as const;
  const items = await Promise.all(ties.map(({ id }) => operations.items(id, { status })));
  return items.flat().flatMap(({ target }) => target ?? []);
}

function tooFew(characters: number, free: number): UserError {
  if (characters < 2)
    return new UserError(
      "invalid",
      `A relationship takes two characters, and this film has ${characters === 1 ? "one" : "none"}.`,
      "Type for example: /bulk characters 5",
    );
  if (free === 0)
    return new UserError(
      "invalid",
      "Every two characters of this film have a relationship already.",
      "Make more characters first, for example: /bulk characters 5",
    );
  return new UserError(
    "invalid",
    `So many pairs without a relationship there are not: ${free} ${free === 1 ? "is" : "are"} possible.`,
    `Type for example: /bulk relationships ${free}`,
  );
}

async function tie(
  parts: BulkParts,
  { operation, project }: BulkWork,
  { index, target = "", attempt }: ItemTry,
  run: ModelRun,
): Promise<Made> {
  const { project_id, session_id, id: operation_id, brief, seed } = operation;
  const [a, b] = await Promise.all(
    target.split(" ").map((id) => targetEntry(parts, project_id, id, { changed: false })),
  );
  if (!a || !b) throw new UserError("not_found", "one of the two is no longer in the bible", "Leave it out.");
  const entry_id = await freeId(parts, project_id, a, b);
  const fields = await parts.model.draft(
    {
      kind: "relationship",
      brief,
      film: { title: project.title, documents: project.documents },
      taken: [],
      cast: [],
      places: [],
      between: [fieldsOf(a), fieldsOf(b)],
      seed,
      index,
      attempt,
    },
    run,
  );
  const name = relationshipName(a.name, b.name, String(fields.type));
  const result = draftedChange({
    entry_id,
    change_id: parts.ids.next("change"),
    project_id,
    session_id,
    operation_id,
    kind: "relationship",
    fields: { ...fields, name, from: a.name, to: b.name },
    links: { from: [a.id], to: [b.id] },
    at: parts.clock.now().toISOString(),
  });
  return { name, result };
}

/**
 * The id of a pair's next tie follows from the pair, so that two workers of two operations cannot both tie it: the store
 * takes an id once. Throws a UserError for a pair that is tied.
 */
async function freeId({ bible }: BulkParts, projectId: string, a: Entry, b: Entry): Promise<string> {
  const pair = pairOf(a.id, b.id);
  const ids = Array.from(
    { length: TIES_OF_A_PAIR },
    (_, round) =>
      `${ID_PREFIXES.entry}_${contentHash(projectId, new TextEncoder().encode(`${pair} ${round}`))}`,
  );
  const [made, linked] = await Promise.all([bible.get(ids), bible.linkedTo([a.id, b.id], LINKED_LIMIT)]);
  const known = [...made, ...linked.filter(({ kind }) => kind === "relationship")];
  const living = known.filter(({ status }) => status !== "removed");
  const free = ids.find((id) => made.every((entry) => entry.id !== id));
  if (free !== undefined && !tiedPairs(living).includes(pair)) return free;
  throw new UserError(
    "conflict",
    `${a.name} and ${b.name} have a relationship by now`,
    "Nothing more is needed for the two.",
  );
}
