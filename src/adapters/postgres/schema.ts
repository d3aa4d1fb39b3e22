import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Frame } from "../../chat/frame.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { StaleMark } from "../../domain/bible/stale.ts";
import type { Tallies } from "../../domain/bible/tallies.ts";
import type { Choice, FormAction } from "../../domain/choice.ts";
import type { DocumentChange, PaperKind } from "../../domain/document-change.ts";
import type { ItemInput, ItemStatus, Operation, OperationStatus } from "../../domain/operation.ts";
import type { Point } from "../../domain/points/point.ts";
import type { Project } from "../../domain/project.ts";
import type { Session } from "../../domain/session.ts";
import type { HookRun } from "../../domain/workflow/hook-run.ts";
import type { WorkflowVersion } from "../../domain/workflow/workflow-version.ts";
import type { Platform, Workspace } from "../../domain/workspace.ts";

/** Drivers answer a bigint as a number when it is safe, as text, or as a bigint. */
type BigintColumn = number | string | bigint;

interface OperationColumns {
  id: string;
  project_id: string;
  session_id: string;
  turn_id: string;
  seq: BigintColumn;
  status: OperationStatus;
  total: number;
  completed: number;
  failed: number;
  cancelled: number;
  shown: boolean;
  round: number;
  paused_in: number | null;
  input_tokens: number | null;
  output_tokens: number | null;
  cost: number | null;
  ended_at: string | null;
  doc: Operation;
}

/** The tables as they are read. What a function writes alone is not listed. */
export interface BacklotSchema {
  "backlot.workspaces": { id: string; platform: string; external_id: string; doc: Workspace };
  "backlot.projects": { id: string; workspace_id: string; seq: BigintColumn; version: number; doc: Project };
  "backlot.project_counts": { project_id: string; kind: EntryKind; living: number; tallies: Tallies };
  "backlot.sessions": {
    id: string;
    project_id: string;
    workspace_id: string;
    platform: string;
    place_workspace: string;
    channel: string;
    thread: string;
    status: string;
    created_by: string;
    last_at: Date;
    doc: Session;
  };
  "backlot.events": {
    id: string;
    session_id: string;
    turn_id: string;
    message_id: string | null;
    seq: BigintColumn;
    attempts: number;
    event: InboundEvent;
  };
  "backlot.pending": { session_id: string; seq: BigintColumn; event_id: string };
  "backlot.turns": { event_id: string; turn_id: string; view: TurnView };
  "backlot.messages": {
    id: string;
    session_id: string;
    seq: BigintColumn;
    version: number;
    doc: ChatMessage;
  };
  "backlot.frames": { session_id: string; seq: BigintColumn; stored_at: Date; frame: Frame };
  "backlot.choices": {
    id: string;
    message_id: string;
    state: Choice["state"];
    pressed_by: string | null;
    doc: Choice;
  };
  "backlot.forms": { id: string; session_id: string; action: FormAction };
  "backlot.deliveries": {
    message_id: string;
    session_id: string;
    seq: BigintColumn;
    wanted_version: number;
    delivered_version: number;
    platform_id: string | null;
    attempts: number;
    due_ms: BigintColumn;
    dead: boolean;
    error: string | null;
    untold: boolean;
  };
  "backlot.drafts": {
    message_id: string;
    session_id: string;
    platform_id: string | null;
    begun_ms: BigintColumn;
  };
  "backlot.entries": {
    id: string;
    project_id: string;
    kind: EntryKind;
    name: string;
    sort_name: string;
    seq: BigintColumn;
    twin: BigintColumn;
    living: boolean;
    doc: Entry;
  };
  "backlot.changes": {
    id: string;
    seq: BigintColumn;
    project_id: string;
    entry_id: string;
    session_id: string | null;
    turn_id: string | null;
    operation_id: string | null;
    undoes: string | null;
    redoes: string | null;
    undone: boolean;
    doc: Omit<Change, "before" | "after">;
    before: Entry | null;
    after: Entry | null;
  };
  "backlot.document_changes": {
    id: string;
    seq: BigintColumn;
    project_id: string;
    document: PaperKind;
    session_id: string;
    turn_id: string;
    undone: boolean;
    doc: DocumentChange;
  };
  "backlot.points": {
    id: string;
    project_id: string;
    session_id: string;
    seq: BigintColumn;
    open: boolean;
    version: number;
    doc: Point;
  };
  "backlot.stale_marks": {
    dependant_id: string;
    change_id: string;
    project_id: string;
    seq: BigintColumn;
    undone: boolean;
    cleared_by: string | null;
    doc: StaleMark;
  };
  "backlot.workflow_definitions": { project_id: string; version: number; doc: WorkflowVersion };
  "backlot.installations": { platform: Platform; id: string; sealed: string; installed_at: Date };
  "backlot.hook_runs": {
    id: string;
    project_id: string;
    origin: string;
    seq: BigintColumn;
    open: boolean;
    version: number;
    doc: HookRun;
  };
  "backlot.operations": OperationColumns;
  "backlot.operation_items": {
    operation_id: string;
    index: number;
    target: string | null;
    input: ItemInput | null;
    status: ItemStatus;
    name: string | null;
    entry_id: string | null;
    error: string | null;
    attempts: number;
  };
}
