import type { Kysely } from "kysely";
import type { Stores } from "../../ports/stores.ts";
import { createBibleStore } from "./bible-store.ts";
import { createChoiceStore } from "./choice-store.ts";
import { createDeliveryStore } from "./delivery-store.ts";
import { createDocumentStore } from "./document-store.ts";
import { createDraftStore } from "./draft-store.ts";
import { createHearingStore } from "./hearing-store.ts";
import { createHookStore } from "./hook-store.ts";
import { createInbox } from "./inbox.ts";
import { createInstallationStore } from "./installation-store.ts";
import { createMessageStore } from "./message-store.ts";
import { createOperationStore } from "./operation-store.ts";
import { createOutcomeStore } from "./outcome-store.ts";
import { createPointStore } from "./point-store.ts";
import { createProjectStore } from "./project-store.ts";
import type { BacklotSchema } from "./schema.ts";
import { createSessionStore } from "./session-store.ts";
import { createStaleStore } from "./stale-store.ts";
import { createTurnStore } from "./turn-store.ts";
import { createWorkflowStore } from "./workflow-store.ts";

/**
 * All stores over one database whose schema `migrateStores` has brought up to date. Every write is a single statement,
 * so no transaction is ever left open and a kill at any moment leaves it whole or absent.
 */
export function createPostgresStores(kysely: Kysely<BacklotSchema>): Stores {
  return {
    installations: createInstallationStore(kysely),
    inbox: createInbox(kysely),
    turns: createTurnStore(kysely),
    projects: createProjectStore(kysely),
    sessions: createSessionStore(kysely),
    messages: createMessageStore(kysely),
    bible: createBibleStore(kysely),
    choices: createChoiceStore(kysely),
    operations: createOperationStore(kysely),
    deliveries: createDeliveryStore(kysely),
    documents: createDocumentStore(kysely),
    drafts: createDraftStore(kysely),
    points: createPointStore(kysely),
    stale: createStaleStore(kysely),
    workflows: createWorkflowStore(kysely),
    hooks: createHookStore(kysely),
    hearing: createHearingStore(kysely),
    outcomes: createOutcomeStore(kysely),
  };
}
