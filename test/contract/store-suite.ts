import { afterAll, beforeAll, describe } from "vitest";
import type { Stores } from "../../src/ports/stores.ts";
import { type OpenStores, STORE_PROVIDERS } from "./open-stores.ts";

/** A set of rules over one provider. `stores()` is the open provider, while a test runs. */
export type StoreSuite = (stores: () => Stores) => void;

/** Runs suites over every provider, which is opened once for all of them. */
export function overEveryProvider(...suites: readonly StoreSuite[]): void {
  for (const [name, open] of Object.entries(STORE_PROVIDERS)) {
    describe(name, () => {
      let opened: Awaited<ReturnType<OpenStores>> | undefined;
      beforeAll(async () => {
        opened = await open();
      });
      afterAll(async () => {
        await opened?.close();
      });
      for (const suite of suites) {
        suite(() => {
          if (opened === undefined) throw new Error("the provider is not open");
          return opened.stores;
        });
      }
    });
  }
}
