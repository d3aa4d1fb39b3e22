import { z } from "zod";
import type { Bus } from "../../ports/bus.ts";
import type { Conductor } from "./conductor.ts";
import type { StopAsk } from "./stops.ts";

const STOP = "stop";
const RETAKE = "retake";

const Ask = z.object({
  session_id: z.string(),
  event_id: z.string(),
  by: z.string(),
  turn_id: z.string().optional(),
  channel: z.string().optional(),
  by_id: z.string().optional(),
});

const Changed = z.object({ session_id: z.string(), event_id: z.string() });
type Changed = z.infer<typeof Changed>;

/** Brings a wish to stop a turn to whichever process takes the turn; this one hears it without a detour. */
export function createStopAsks(
  bus: Bus,
  conductor: Pick<Conductor, "stopTurn" | "retakeTurn">,
): { readonly stop: (ask: StopAsk) => void; readonly retake: (changed: Changed) => void } {
  bus.subscribe(STOP, (payload) => {
    const { success, data } = Ask.safeParse(payload);
    if (success) conductor.stopTurn(data);
  });
  bus.subscribe(RETAKE, (payload) => {
    const { success, data } = Changed.safeParse(payload);
    if (success) conductor.retakeTurn(data.session_id, data.event_id);
  });
  return {
    stop: (ask) => {
      conductor.stopTurn(ask);
      bus.publish(STOP, ask);
    },
    // Taken anew twice it reads the same newest words.
    retake: (changed) => {
      conductor.retakeTurn(changed.session_id, changed.event_id);
      bus.publish(RETAKE, changed);
    },
  };
}
