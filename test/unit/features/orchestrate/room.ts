import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { openFolderBlobs } from "../../../../src/adapters/folder/blobs.ts";
import { createWebhook } from "../../../../src/adapters/webhook/webhook.ts";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import { EMPTY_SCHEMA } from "../../../../src/domain/bible/project-schema.ts";
import type { Session } from "../../../../src/domain/session.ts";
import type { WorkflowDefinition } from "../../../../src/domain/workflow/definition.ts";
import { compileWorkflow } from "../../../../src/features/plan/definition/compile-workflow.ts";
import type { Platform } from "../../../../src/ports/platform.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

const AUTH = "a secret of this installation, 32 characters and more";

/** Three steps: two characters complete the first, a scene the second, a word the last. */
export function definitionOf(
  characters: readonly string[],
  locked: readonly string[] = [],
): WorkflowDefinition {
  const hooks = (lines: readonly string[]) => `on_complete: [${lines.join(", ")}]`;
  const source = `
name: ours
title: Our way
steps:
  - id: characters
    name: Characters
    needs: [{ entries: character, at_least: 2 }]
    makes: [character]
    ${hooks(characters)}
  - id: outline
    name: Scene outline
    needs: [{ entries: scene, at_least: 1 }]
    requires: [characters]
  - id: lock
    name: Lock
    ${hooks(locked)}
`;
  const compiled = compileWorkflow(source, { schema: EMPTY_SCHEMA });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join(" "));
  return compiled.definition;
}

/** The whole product with a film whose workflow sets things off, and webhooks that may reach this machine. */
export class HookRoom {
  readonly stage: Stage;
  readonly session: Session;
  workflow: WorkflowDefinition = definitionOf([]);
  studio: Studio;
  readonly #files: string;

  private constructor(stage: Stage, session: Session, files: string, studio: Studio) {
    this.stage = stage;
    this.session = session;
    this.#files = files;
    this.studio = studio;
  }

  static async open(platform: Session["place"]["platform"] = "web"): Promise<HookRoom> {
    const stage = await Stage.open();
    const files = await mkdtemp(join(tmpdir(), "backlot-hooks-"));
    const room = new HookRoom(stage, await stage.session(platform), files, undefined as never);
    await room.start();
    return room;
  }

  /** Another process over the same stores. Its queue knows nothing. */
  async start(): Promise<void> {
    const { clock } = this.stage;
    this.studio = new Studio(this.stage, await openFolderBlobs(this.#files), undefined, {
      webhook: createWebhook({ clock, authSecret: AUTH, allowPrivate: true, timeoutMs: 300 }),
      workflowOf: () => this.workflow,
      platform: (name) => (name === "web" ? undefined : sending),
    });
    await this.studio.product.start();
  }

  say(words: string) {
    return this.studio.say(this.session, words);
  }

  /** Runs what is queued, and lets messages catch up. */
  async work(): Promise<void> {
    await this.studio.queue.runAll();
    for (let round = 0; round < 5; round += 1) {
      this.stage.clock.pass(1_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    if (this.studio.queue.waiting.length > 0) await this.work();
  }

  runs() {
    return this.stage.stores.hooks.list(this.session.project_id, 50);
  }

  /** What Backlot said in a session, oldest first. */
  async said(session = this.session): Promise<ChatMessage[]> {
    const page = await this.stage.stores.messages.page(session.id, 100);
    return page.filter(({ role }) => role === "backlot");
  }

  /** The message that tells how hooks ended. */
  async notice(): Promise<ChatMessage | undefined> {
    return (await this.said()).findLast(({ id }) => id.endsWith("_hooks"));
  }

  async file(id: string): Promise<string> {
    const stored = await (await openFolderBlobs(this.#files)).open(id);
    return stored ? text(stored) : "";
  }

  async close(): Promise<void> {
    await this.stage.close();
    await rm(this.#files, { recursive: true });
  }
}

/** Replies are sent; nobody is there to take them. */
const sending: Platform = {
  name: "discord",
  delivery: "send",
  start: async () => {},
  send: async (_place, { id }) => `sent ${id}`,
  edit: async (_place, platformId) => platformId,
  typing: () => {},
  editEveryMs: 0,
  check: async () => {},
  stop: async () => {},
};
