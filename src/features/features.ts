import type { z } from "zod";
import type { BoundCommand, Command } from "../chat/command.ts";
import type { Completer } from "../chat/completion.ts";
import type { Outcome } from "../chat/outcome.ts";
import type { Turn } from "../chat/turn.ts";
import type { Reading } from "../domain/reading/reading.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Model } from "../ports/model.ts";
import type { Stores } from "../ports/stores.ts";
import { type Bible, createBible } from "./bible/bible.ts";
import { type Brain, createBrain } from "./brain/brain.ts";
import { type Bulk, createBulk } from "./bulk/bulk.ts";
import type { BulkParts } from "./bulk/parts.ts";
import type { Progress } from "./bulk/progress.ts";
import { createExport, type Exporting } from "./export/export.ts";
import { createOpenPoints, type OpenPoints } from "./extract/open-points.ts";
import { reread } from "./extract/reread.ts";
import { createGuide, type Guide } from "./guide/guide.ts";
import { createMissed, type MissedMessages } from "./hear/missed.ts";
import type { HearParts } from "./hear/parts.ts";
import { createHistory, type History } from "./history/history.ts";
import { createImports, type Imports } from "./import/imports.ts";
import { rowsFrom } from "./import/rows-from.ts";
import { createMerge, type Merge } from "./merge/merge.ts";
import type { Orchestration } from "./orchestrate/orchestration.ts";
import type { ShippedWorkflows } from "./plan/definitions.ts";
import { createWorkflowEditing, type WorkflowEditing } from "./plan/edit-workflow.ts";
import { createPlan, type Plan } from "./plan/plan.ts";
import type { PlanParts } from "./plan/plan-parts.ts";
import { createRollback, type Rollbacks } from "./plan/rollback.ts";
import { createLobby, type Lobby } from "./projects/lobby.ts";
import { createProjects, type Projects } from "./projects/projects.ts";
import { createSessions, type Sessions } from "./projects/sessions.ts";
import type { Venue } from "./projects/venue.ts";
import { createSchemas, type Schemas } from "./schema/schemas.ts";
import { createStale, type Stale } from "./stale/stale.ts";
import { createSuggestions, type Suggestions, type SuggestParts } from "./suggest/suggestions.ts";
import { createTalk, type Talk } from "./talk/talk.ts";
import { createDocuments, type Documents } from "./write/documents.ts";

/** What the commands may call. */
export interface Features {
  readonly projects: Projects;
  readonly sessions: Sessions;
  /** Where channels wait that work on no film yet. */
  readonly lobby: Lobby;
  readonly plan: Plan;
  /** The team writes its own workflow. */
  readonly workflows: WorkflowEditing;
  readonly orchestration: Orchestration;
  readonly rollbacks: Rollbacks;
  readonly bible: Bible;
  readonly history: History;
  readonly schemas: Schemas;
  readonly bulk: Bulk;
  readonly brain: Brain;
  readonly documents: Documents;
  readonly stale: Stale;
  readonly guide: Guide;
  readonly talk: Talk;
  readonly points: OpenPoints;
  readonly merge: Merge;
  readonly imports: Imports;
  readonly exporting: Exporting;
  readonly missed: MissedMessages;
  /** What commands offer while one types. */
  readonly suggest: Suggestions;
  /** What is offered for what was changed, or taken back, after it was answered. */
  readonly reread: (turn: Turn, event: Parameters<typeof reread>[2]) => ReturnType<typeof reread>;
  /** What became of the wish to stop a turn; undefined when none was running. */
  readonly stopping: (turn: Turn) => Outcome | undefined;
}

export interface FeatureParts {
  readonly stores: Stores;
  readonly blobs: Blobs;
  readonly model: Model;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bulk: BulkParts;
  readonly progress: Progress;
  readonly orchestration: Orchestration;
  /** Reads what a text says, against the bible of the turn's project. */
  readonly read: (turn: Turn, text: string) => Promise<Reading>;
  readonly commands: () => readonly BoundCommand[];
  /** The workflow as a picture; nothing where it cannot be drawn. */
  readonly timeline: PlanParts["timeline"];
  readonly shipped: ShippedWorkflows;
  readonly venue: Venue;
  /** Whether an event has stopped a turn. */
  readonly didStop: (eventId: string) => boolean;
  readonly workflowOf: SuggestParts["workflowOf"];
  readonly hear: HearParts;
}

export function createFeatures(parts: FeatureParts): Features {
  const { stores, clock, ids, model } = parts;
  // Each feature takes what its own parts name of it.
  const shared = { ...stores, clock, ids, model, venue: parts.venue };
  const talk = createTalk(shared);
  return {
    projects: createProjects(shared),
    sessions: createSessions(shared),
    lobby: createLobby(shared),
    reread: (turn, event) => reread({ ...shared, read: parts.read }, turn, event),
    stopping: (turn) => (parts.didStop(turn.event.id) ? STOPPED : undefined),
    plan: createPlan({ ...shared, timeline: parts.timeline }),
    orchestration: parts.orchestration,
    workflows: createWorkflowEditing({ ...shared, shipped: parts.shipped, blobs: parts.blobs }),
    rollbacks: createRollback(shared),
    bible: createBible(shared),
    schemas: createSchemas(shared),
    merge: createMerge(shared),
    history: createHistory(shared),
    bulk: createBulk({ ...parts.bulk, rowsIn: rowsFrom(parts.blobs) }, parts.progress),
    brain: createBrain({ ...shared, read: parts.read, talk }),
    documents: createDocuments(shared),
    stale: createStale(shared),
    guide: createGuide(parts.commands),
    talk,
    imports: createImports({ ...shared, blobs: parts.blobs }),
    exporting: createExport({ ...shared, blobs: parts.blobs }),
    points: createOpenPoints(shared),
    suggest: createSuggestions({ ...shared, workflowOf: parts.workflowOf }),
    missed: createMissed(parts.hear),
  };
}

/** What became of the turn its own reply says, for all to see. */
const STOPPED: Outcome = { private: true, blocks: [{ type: "text", text: "Stopped." }] };

/** A command that knows its features; its own schema has judged the options by the time it runs. */
export function bindCommand(command: Command<z.ZodObject, Features>, features: Features): BoundCommand {
  const { consider, completes, ...shown } = command;
  return {
    ...shown,
    ...(completes ? { completes: bindCompletes(completes, features) } : {}),
    run: (turn, options) => command.run(features, turn, options),
    ...(consider ? { consider: (turn, options) => consider(features, turn, options) } : {}),
  };
}

const bindCompletes = (
  completes: Required<Command<z.ZodObject, Features>>["completes"],
  features: Features,
): Record<string, Completer> =>
  Object.fromEntries(
    Object.entries(completes).map(([option, completer]): [string, Completer] => [
      option,
      (asking) => completer(features, asking),
    ]),
  );
