import type { Place } from "../../src/domain/session.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { keptInMemory } from "../contract/platform-room.ts";
import { Studio } from "./product.ts";
import type { Stage } from "./stage.ts";

interface Scene {
  readonly stage: Stage;
  /** What is to be closed when the test is over. */
  readonly open: (() => Promise<unknown>)[];
}

/** The whole product on real stores; the platform comes and goes. */
export function comingAndGoing({ stage, open }: Scene, make: (answerMissedWithinMs: number) => Platform) {
  let platform: Platform | undefined;
  const studio = new Studio(stage, keptInMemory(), undefined, { platform: () => platform });
  open.push(() => studio.product.stop());
  const come = async (answerMissedWithinMs = 3_600_000) => {
    const coming = make(answerMissedWithinMs);
    platform = coming;
    open.push(() => coming.stop());
    await coming.start(studio.product.receiver);
    await studio.product.recover();
  };
  const go = () => platform?.stop();
  const bind = async (place: Place) => {
    const session = await stage.session();
    await stage.stores.sessions.create({ ...session, id: stage.ids.next("session"), place });
  };
  return { come, go, bind };
}
