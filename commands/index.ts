import type { Command } from "../src/chat/command.ts";
import type { Features } from "../src/features/features.ts";
import { ask } from "./ask.ts";
import { bulk } from "./bulk.ts";
import { character } from "./character.ts";
import { entry } from "./entry.ts";
import { exportFiles } from "./export.ts";
import { help } from "./help.ts";
import { history } from "./history.ts";
import { importRows } from "./import.ts";
import { jobs } from "./jobs.ts";
import { location } from "./location.ts";
import { missed } from "./missed.ts";
import { open } from "./open.ts";
import { project } from "./project.ts";
import { prop } from "./prop.ts";
import { redo } from "./redo.ts";
import { relationship } from "./relationship.ts";
import { scene } from "./scene.ts";
import { schema } from "./schema.ts";
import { session } from "./session.ts";
import { stale } from "./stale.ts";
import { stop } from "./stop.ts";
import { undo } from "./undo.ts";
import { workflow } from "./workflow.ts";

/** Every slash command, in the order /help shows them. */
export const COMMANDS = [
  help,
  project,
  session,
  stop,
  character,
  scene,
  location,
  relationship,
  prop,
  entry,
  schema,
  open,
  workflow,
  stale,
  bulk,
  jobs,
  importRows,
  exportFiles,
  undo,
  redo,
  history,
  missed,
  ask,
] as unknown as readonly Command<never, Features>[];
