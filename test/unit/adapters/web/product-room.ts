import { createWebPlatform } from "../../../../src/adapters/web/platform.ts";
import { LOCAL_WORKSPACE } from "../../../../src/adapters/web/security/caller.ts";
import type { ProductParts } from "../../../../src/app/product-parts.ts";
import { systemClock } from "../../../../src/app/system-clock.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { EMPTY_MEMORY } from "../../../../src/domain/session.ts";
import { newProject } from "../../../../src/features/projects/new-project.ts";
import { Studio } from "../../../support/product.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { HEALTHY } from "./room.ts";

/** The whole product over HTTP, with a queue that is run by hand. */
export async function openProductRoom(over: Partial<ProductParts> = {}) {
  const stage = await Stage.open();
  const studio = new Studio(stage, undefined, undefined, over);
  const { stores, bus, ids } = stage;
  const platform = createWebPlatform({
    config: { host: "127.0.0.1", port: 0, wsPort: 0, pageDir: "none", maxFileBytes: 1024, maxFiles: 1 },
    version: "1.2.3",
    stores,
    blobs: undefined as never,
    bus,
    clock: systemClock,
    ids,
    logger: silent,
    commands: studio.product.commands,
    choicePrefixes: [],
    health: async () => HEALTHY,
    workflowOf: studio.product.workflowOf,
  });
  await platform.start(studio.product.receiver);
  return {
    stage,
    studio,
    url: `http://127.0.0.1:${platform.address().port}`,
    film: () => filmIn(stage),
    close: async () => {
      await platform.stop();
      await studio.product.stop();
      await stage.close();
    },
  };
}

/** A film of the workspace that callers on this machine have, with a session. */
async function filmIn({ stores, ids, clock }: Stage): Promise<Session> {
  const at = clock.now().toISOString();
  const workspace = await stores.projects.ensureWorkspace({
    id: ids.next("workspace"),
    platform: "web",
    external_id: LOCAL_WORKSPACE,
    name: "local",
    created_at: at,
  });
  const project = newProject({
    id: ids.next("project"),
    workspace_id: workspace.id,
    title: "Salt",
    by: "ada",
    at,
  });
  await stores.projects.create(project);
  const id = ids.next("session");
  const session: Session = {
    id,
    project_id: project.id,
    workspace_id: workspace.id,
    title: "Salt",
    place: { platform: "web", workspace: LOCAL_WORKSPACE, channel: id },
    status: "open",
    memory: { ...EMPTY_MEMORY, introduced: true },
    created_by: "ada",
    created_at: at,
  };
  await stores.sessions.create(session);
  return session;
}
