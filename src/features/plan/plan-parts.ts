import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { WorkflowView } from "../../domain/workflow/workflow-view.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DocumentStore } from "../../ports/document-store.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { StaleStore } from "../../ports/stale-store.ts";

export interface PlanParts {
  readonly clock: Clock;
  readonly stale: StaleStore;
  readonly documents: DocumentStore;
  readonly messages: MessageStore;
  /** The view as a picture; none where it cannot be drawn. */
  readonly timeline: (turn: Turn, view: WorkflowView) => Promise<readonly DraftBlock[]>;
}
