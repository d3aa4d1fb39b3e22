import { z } from "zod";
import type { Bus } from "../../ports/bus.ts";
import type { Conductor } from "./conductor.ts";
import type { StopAsk } from "./stops.ts";

const TOPIC = "stop";

const Ask = z.object({
  session_id: z.string(),
  event_id: z.string(),
  by: z.string(),
  turn_id: z.string().optional(),
});

/** Brings a wish to stop a turn to whichever process takes the turn; this one hears it without a detour. */
export function createStopAsks(bus: Bus, conductor: Pick<Conductor, "stopTurn">): (ask: StopAsk) => void {
  bus.subscribe(TOPIC, (payload) => {
    const { success, data } = Ask.safeParse(payload);
    if (success) conductor.stopTurn(data);
  });
  return (ask) => {
    conductor.stopTurn(ask);
    bus.publish(TOPIC, ask);
  };
}
