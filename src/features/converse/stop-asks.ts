import { z } from "zod";
import { isStop } from "../../chat/stop.ts";
import type { Bus } from "../../ports/bus.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Inbox } from "../../ports/inbox.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Conductor } from "./conductor.ts";
import { meantNear, type StopAsk, type Stops } from "./stops.ts";

const STOP = "stop";
const STOPPED = "stopped";
const RETAKE = "retake";
/** Among so many that wait in a session a turn is looked for. */
const LOOK_AHEAD = 200;
const MAX_NEAR = 100;
/** So long other processes have to say that they stopped a turn, before who asked is told that nothing was stopped. */
const SAID_WITHIN_MS = 900;

const Ask = z.object({
  session_id: z.string(),
  event_id: z.string(),
  by: z.string(),
  turn_id: z.string().optional(),
  turns: z.array(z.string()).optional(),
  channel: z.string().optional(),
  by_id: z.string().optional(),
});

const Changed = z.object({ session_id: z.string(), event_id: z.string() });
type Changed = z.infer<typeof Changed>;

interface StopAsksParts {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly inbox: Pick<Inbox, "line" | "underWay">;
  readonly logger: Logger;
  readonly stops: Stops;
  /** Other processes may take turns, too. */
  readonly shared?: boolean;
}

type Stopping = Pick<Conductor, "stopTurn" | "retakeTurn" | "schedule" | "answerLateStop">;

interface StopAsks {
  readonly stop: (ask: StopAsk) => void;
  readonly retake: (changed: Changed) => void;
}

/** Brings a wish to stop a turn to whichever process takes the turn; this one hears it without a detour. */
export function createStopAsks(parts: StopAsksParts, conductor: Stopping): StopAsks {
  const { bus, stops, shared, logger } = parts;
  bus.subscribe(STOP, (payload) => {
    const { data } = Ask.safeParse(payload);
    if (data && conductor.stopTurn(data) && data.turns) bus.publish(STOPPED, data.event_id);
  });
  bus.subscribe(STOPPED, (id) => stops.note(String(id)));
  bus.subscribe(RETAKE, (payload) => {
    const { success, data } = Changed.safeParse(payload);
    if (success) conductor.retakeTurn(data.session_id, data.event_id);
  });
  const tell = (ask: StopAsk): boolean => {
    const stopped = conductor.stopTurn(ask);
    bus.publish(STOP, ask);
    return stopped;
  };
  const orTell = (ask: StopAsk, work: Promise<void>) => {
    work.catch((error: unknown) => {
      logger.warn({ err: error, event_id: ask.event_id }, "whom a stop is for could not be looked up");
      tell(ask);
    });
  };
  return {
    stop: (ask) => {
      const { turn_id, channel } = ask;
      if (turn_id !== undefined && !stops.takes(turn_id))
        orTell(ask, stopPressed(parts, conductor, { ask, turn_id, tell }));
      else if (channel !== undefined && shared)
        orTell(ask, stopNear(parts, conductor, { ask, channel, tell }));
      else tell(ask);
    },
    // Taken anew twice it reads the same newest words.
    retake: (changed) => {
      conductor.retakeTurn(changed.session_id, changed.event_id);
      bus.publish(RETAKE, changed);
    },
  };
}

interface Asked {
  readonly ask: StopAsk;
  readonly tell: (ask: StopAsk) => boolean;
}

/** The button of a turn that is over stands where nobody drew it anew yet: that is said at once. */
async function stopPressed(
  { inbox }: StopAsksParts,
  conductor: Stopping,
  { ask, turn_id, tell }: Asked & { readonly turn_id: string },
): Promise<void> {
  const line = await inbox.line(ask.session_id, LOOK_AHEAD);
  const isOver = line.length < LOOK_AHEAD && !line.some((stored) => stored.turn_id === turn_id);
  if (isOver) await conductor.answerLateStop(ask);
  else tell(ask);
}

/** From a channel: which turns are meant is decided here, over those of all processes, and each ends those it takes. */
async function stopNear(
  { inbox, bus, clock }: StopAsksParts,
  conductor: Stopping,
  { ask: { channel: _, ...ask }, channel, tell }: Asked & { readonly channel: string },
): Promise<void> {
  const near = (await inbox.underWay(channel, MAX_NEAR)).filter(({ event }) => !isStop(event));
  const meant = near.some(({ session_id }) => session_id === ask.session_id)
    ? []
    : meantNear(near, ({ event }) => event.person.id === ask.by_id);
  if (meant.length === 0) {
    tell(ask);
    return;
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  const callOff = clock.after(SAID_WITHIN_MS, resolve);
  const stopListening = bus.subscribe(STOPPED, (id) => id === ask.event_id && resolve());
  if (tell({ ...ask, turns: meant.map(({ turn_id }) => turn_id) })) resolve();
  await promise;
  callOff();
  stopListening();
  conductor.schedule(ask.session_id);
}
