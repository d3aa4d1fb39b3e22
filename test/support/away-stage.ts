import { afterAll, afterEach, beforeAll } from "vitest";
import { Stage } from "./stage.ts";

/** A stage for the tests of a file, which platforms come to and go from; what a test opens is closed after it. */
export function awayStage(): { readonly stage: Stage; readonly open: (() => Promise<unknown>)[] } {
  let stage: Stage;
  const open: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });
  return {
    get stage() {
      return stage;
    },
    open,
  };
}
