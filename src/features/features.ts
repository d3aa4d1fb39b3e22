import type { z } from "zod";
import type { BoundCommand, Command } from "../chat/command.ts";
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
import { createOpenPoints, type OpenPoints } from "./extract/open-points.ts";
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
import { createProjects, type Projects } from "./projects/projects.ts";
import { createSessions, type Sessions } from "./projects/sessions.ts";
import { createSchemas, type Schemas } from "./schema/schemas.ts";
import { createStale, type Stale } from "./stale/stale.ts";
import { createTalk, type Talk } from "./talk/talk.ts";
import { createDocuments, type Documents } from "./write/documents.ts";

/** What the commands may call. */
export interface Features {
  readonly projects: Projects;
  readonly sessions: Sessions;
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
  readonly missed: MissedMessages;
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
  readonly hear: HearParts;
}

export function createFeatures(parts: FeatureParts): Features {
  const { stores, clock, ids, model } = parts;
  // Each feature takes what its own parts name of it.
  const shared = { ...stores, clock, ids, model };
  const talk = createTalk(shared);
  return {
    projects: createProjects(shared),
    sessions: createSessions(shared),
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
    points: createOpenPoints(shared),
    missed: createMissed(parts.hear),
  };
}

/** A command that knows its features; its own schema has judged the options by the time it runs. */
export function bindCommand(command: Command<z.ZodObject, Features>, features: Features): BoundCommand {
  const { consider, ...shown } = command;
  return {
    ...shown,
    run: (turn, options) => command.run(features, turn, options),
    ...(consider ? { consider: (turn, options) => consider(features, turn, options) } : {}),
  };
}
