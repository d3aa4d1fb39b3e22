import { fieldsOf } from "../../../domain/bible/describe.ts";
import { clearDesk, openDesk, setFact } from "../../../domain/bible/desk.ts";
import type { Entry } from "../../../domain/bible/entry.ts";
import { MAX_TEXT_CHARS } from "../../../domain/bible/kinds.ts";
import { staleAfter } from "../../../domain/bible/stale-after.ts";
import { AppError, UserError } from "../../../domain/errors.ts";
import type { OperationItem } from "../../../domain/operation.ts";
import type { ModelRun } from "../../../ports/model.ts";
import { entriesOf } from "../entries-of.ts";
import type { BulkParts } from "../parts.ts";
import { saidOf } from "../said-of.ts";
import { targetEntry } from "../target-entry.ts";
import type { BulkKind, BulkPlan, BulkRequest, BulkWork, Made } from "./kind.ts";

const EXAMPLE = "/bulk summaries";
/** How far a film's scenes are looked through. */
const SCENES_LIMIT = 2_000;
const PEOPLE_LIMIT = 12;
/** One of these is enough to tell a scene by. */
const TELLING = ["heading", "set", "location", "time_of_day", "characters", "props", "notes"];

/** The summaries of the scenes there are: of those that have none, or of all. */
export const summaries: BulkKind = {
  type: "summaries",
  one: "summary",
  words: [],
  counted: false,
  targeted: true,
  writes: true,
  example: EXAMPLE,
  past: "written",
  done: (count) => (count === 1 ? "1 scene has a new summary" : `${count} scenes have a new summary`),
  plan,
  begin: async (parts, work) => ({ make: (item, run) => summarise(parts, work, item, run) }),
};

async function plan(parts: BulkParts, { film, count, selection }: BulkRequest): Promise<BulkPlan> {
  const all = await entriesOf(parts, { project_id: film.project.id, kind: "scene", limit: SCENES_LIMIT });
  if (all.length === 0)
    return refuse("There are no scenes yet to summarise.", "Type for example: /bulk scenes 10");
  const open = selection === "all" ? all : all.filter((scene) => !hasSummary(scene));
  if (open.length === 0) {
    const hint = "Type “/bulk summaries all” to have them written anew.";
    return refuse(
      all.length === 1 ? "The one scene has a summary." : `All ${all.length} scenes have a summary.`,
      hint,
    );
  }
  const targets = open.slice(0, count).map(({ id }) => id);
  const kept = all.length - open.length;
  const note =
    kept === 0
      ? undefined
      : `${kept === 1 ? "1 scene keeps the summary it has" : `${kept} scenes keep the summary they have`}.`;
  return { ok: true, total: targets.length, targets, ...(note === undefined ? {} : { note }) };
}

async function summarise(
  parts: BulkParts,
  { operation, project }: BulkWork,
  item: Pick<OperationItem, "target">,
  run: ModelRun,
): Promise<Made> {
  const scene = await targetEntry(parts, operation.project_id, item.target);
  const at = parts.clock.now().toISOString();
  // Somebody wrote one since the work was planned: theirs stays.
  const kept: Made = { name: scene.name, result: { entry_id: scene.id, at } };
  if (operation.selection !== "all" && hasSummary(scene)) return kept;
  const summary = await write(parts, { operation, project }, scene, run);
  const { session_id } = operation;
  const desk = openDesk(
    {
      project_id: operation.project_id,
      session_id,
      operation_id: operation.id,
      by: "backlot",
      at,
      fact_status: "proposed",
      nextId: (kind) => parts.ids.next(kind),
    },
    [scene],
  );
  setFact(desk, scene, "summary", summary.slice(0, MAX_TEXT_CHARS));
  const [change] = clearDesk(desk);
  if (!change) return kept;
  return {
    name: scene.name,
    result: change,
    stale: staleAfter({ changes: [change], documents: [], project, at }),
  };
}

async function write(
  parts: BulkParts,
  { operation, project }: BulkWork,
  scene: Entry,
  run: ModelRun,
): Promise<string> {
  const { summary: _old, ...fields } = fieldsOf(scene);
  const said = await saidOf(parts, scene);
  if (said.length === 0 && TELLING.every((field) => fields[field] === undefined))
    throw new UserError(
      "invalid",
      `nothing is known of ${scene.name} yet but its name`,
      "Say who is in it or where it plays, then press Retry failed.",
    );
  if (!parts.model.summarise) throw new AppError("unavailable", "nothing here writes summaries");
  const cast = await parts.bible.get((scene.links.characters ?? []).slice(0, PEOPLE_LIMIT));
  const people = cast.filter((entry) => entry.status !== "removed").map(fieldsOf);
  const film = { title: project.title, documents: project.documents };
  return parts.model.summarise({ scene: fields, people, said, brief: operation.brief, film }, run);
}

const hasSummary = ({ facts }: Entry): boolean => facts.summary !== undefined;

const refuse = (message: string, hint: string): BulkPlan => ({
  ok: false,
  reason: new UserError("blocked", message, hint),
});
