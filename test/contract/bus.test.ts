import { afterAll, beforeAll, describe } from "vitest";
import { createMemoryBus } from "../../src/adapters/memory/bus.ts";
import { openPostgresBus } from "../../src/adapters/postgres/bus.ts";
import type { Bus } from "../../src/ports/bus.ts";
import { silent } from "../support/stage.ts";
import { busSuite, type OpenBus } from "./bus.suite.ts";
import { busProcessesSuite } from "./bus-processes.suite.ts";
import { SHARED_DATABASES, type SharedDatabase } from "./shared-database.ts";

busSuite("memory", async (onError) => createMemoryBus(onError));

for (const [name, share] of Object.entries(SHARED_DATABASES)) {
  describe(name, () => {
    let shared: SharedDatabase;
    const closers: (() => Promise<void>)[] = [];
    beforeAll(async () => {
      shared = await share();
    });
    afterAll(async () => {
      for (const close of closers) await close();
      await shared.close();
    });
    const open: OpenBus = async (onError): Promise<Bus> => {
      const { close, ...line } = await shared.connect();
      closers.push(close);
      return openPostgresBus({ ...line, local: createMemoryBus(onError), logger: silent });
    };
    busSuite(name, open);
    busProcessesSuite(name, async () => ({
      open: () => open(() => undefined),
      close: async () => undefined,
    }));
  });
}
