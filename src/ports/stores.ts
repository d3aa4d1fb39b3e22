import type { BibleStore } from "./bible-store.ts";
import type { ChoiceStore } from "./choice-store.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import type { DocumentStore } from "./document-store.ts";
import type { DraftStore } from "./draft-store.ts";
import type { HearingStore } from "./hearing-store.ts";
import type { HookStore } from "./hook-store.ts";
import type { Inbox } from "./inbox.ts";
import type { InstallationStore } from "./installation-store.ts";
import type { MessageStore } from "./message-store.ts";
import type { OperationStore } from "./operation-store.ts";
import type { OutcomeStore } from "./outcome-store.ts";
import type { PointStore } from "./point-store.ts";
import type { ProjectStore } from "./project-store.ts";
import type { SessionStore } from "./session-store.ts";
import type { StaleStore } from "./stale-store.ts";
import type { TurnStore } from "./turn-store.ts";
import type { WorkflowStore } from "./workflow-store.ts";

/** All that one storage provider keeps. Its parts see each other's writes at once. */
export interface Stores {
  readonly inbox: Inbox;
  readonly installations: InstallationStore;
  readonly turns: TurnStore;
  readonly projects: ProjectStore;
  readonly sessions: SessionStore;
  readonly messages: MessageStore;
  readonly bible: BibleStore;
  readonly choices: ChoiceStore;
  readonly operations: OperationStore;
  readonly deliveries: DeliveryStore;
  readonly documents: DocumentStore;
  readonly drafts: DraftStore;
  readonly points: PointStore;
  readonly stale: StaleStore;
  readonly workflows: WorkflowStore;
  readonly hooks: HookStore;
  readonly hearing: HearingStore;
  readonly outcomes: OutcomeStore;
}
