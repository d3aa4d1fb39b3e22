import { tmpdir } from "node:os";
import { createWebPlatform } from "../../../../src/adapters/web/platform.ts";
import { systemClock } from "../../../../src/app/system-clock.ts";
import { NEXT_PREFIX } from "../../../../src/domain/workflow/next-choices.ts";
import type { Stores } from "../../../../src/ports/stores.ts";
import { Studio } from "../../../support/product.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { HEALTHY } from "./room.ts";

export interface FilmRoom {
  readonly url: string;
  readonly stores: Stores;
  close(): Promise<void>;
}

/** The web room with the whole product in it: real stores in memory, the offline engine, every command. */
export async function openFilmRoom(): Promise<FilmRoom> {
  const stage = await Stage.open();
  const { product } = new Studio(stage);
  const platform = createWebPlatform({
    config: {
      host: "127.0.0.1",
      port: 0,
      wsPort: 0,
      pageDir: tmpdir(),
      maxFileBytes: 1024,
      maxFiles: 1,
    },
    version: "1.2.3",
    stores: stage.stores,
    blobs: undefined as never,
    bus: stage.bus,
    clock: systemClock,
    ids: stage.ids,
    logger: silent,
    commands: product.commands,
    choicePrefixes: [NEXT_PREFIX],
    health: async () => HEALTHY,
    workflowOf: product.workflowOf,
  });
  await platform.start(product.receiver);
  return {
    url: `http://127.0.0.1:${platform.address().port}`,
    stores: stage.stores,
    close: async () => {
      await platform.stop();
      await product.stop();
      await stage.close();
    },
  };
}
