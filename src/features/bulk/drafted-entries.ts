import { draftedChange } from "../../domain/bible/drafted.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { UserError } from "../../domain/errors.ts";
import type { ItemFields } from "../../domain/operation.ts";
import type { DraftRequest } from "../../ports/model.ts";
import { asTold, briefOf } from "./as-told.ts";
import type { BulkPlan, BulkRequest, BulkWork, ItemMaker } from "./kinds/kind.ts";
import { noCount } from "./kinds/refusals.ts";
import type { BulkParts } from "./parts.ts";

const TAKEN_LIMIT = 300;
/** Of the names made meanwhile the newest are enough: the store is the last judge of a name. */
const RECENT_LIMIT = 200;

type Shared = Pick<DraftRequest, "cast" | "places"> & Partial<Pick<DraftRequest, "occupations">>;

export interface Drafted {
  readonly kind: "character" | "location" | "scene";
  readonly shared: Shared;
  /** The entries that a draft's names mean. */
  links(fields: ItemFields): Entry["links"];
}

/** So many new entries, as many as were asked for. */
export const planCount = async (example: string, { count }: BulkRequest): Promise<BulkPlan> =>
  count === undefined ? { ok: false, reason: noCount(example) } : { ok: true, total: count };

/** Makes entries of a kind that the model drafts, each with a name of its own. */
export async function draftEntries(
  parts: BulkParts,
  { operation, project }: BulkWork,
  drafted: Drafted,
): Promise<ItemMaker> {
  const { kind, shared } = drafted;
  const known = await parts.bible.names(operation.project_id, kind, TAKEN_LIMIT);
  const film = { title: project.title, documents: project.documents };
  let recent: readonly string[] = [];
  return {
    make: async ({ index, attempt, input }, run) => {
      const { seed } = operation;
      const given = input?.fields ?? {};
      if (attempt > 0 && given.name !== undefined) throw nameTaken(kind, String(given.name));
      const brief = input ? briefOf(operation.brief, input) : operation.brief;
      const drawn = await parts.model.draft(
        { kind, brief, film, taken: [...known, ...recent], ...shared, seed, index, attempt },
        run,
      );
      const fields = asTold(kind, drawn, given);
      const result = draftedChange({
        entry_id: parts.ids.next("entry"),
        change_id: parts.ids.next("change"),
        project_id: operation.project_id,
        session_id: operation.session_id,
        operation_id: operation.id,
        kind,
        fields,
        links: drafted.links(fields),
        at: parts.clock.now().toISOString(),
      });
      return { name: result.name, result };
    },
    settled: ({ name }) => {
      recent = [...recent, name].slice(-RECENT_LIMIT);
    },
  };
}

const nameTaken = (kind: string, name: string): UserError =>
  new UserError("conflict", `another ${kind} is called ${name} by now`, "Give the row another name.");
