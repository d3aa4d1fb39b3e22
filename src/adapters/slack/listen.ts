import type { App, RespondFn } from "@slack/bolt";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { formAck } from "./answer-form.ts";
import { asideAnswer } from "./asides.ts";
import type { Ear } from "./ear.ts";
import { isNotInstalled } from "./installed-offices.ts";
import { lastingRespond } from "./lasting-respond.ts";
import { maybeLeft } from "./left.ts";
import type { Offices } from "./office.ts";
import { formOpener } from "./open-form.ts";
import { pressedForm } from "./pressed-form.ts";
import { tellLate } from "./tell-late.ts";

interface ListenParts {
  readonly ear: Ear;
  readonly offices: Offices;
  readonly receiver: Receiver;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Hands everything Bolt hears to the ear, as said in the workspace whose token Bolt has found for it. */
export function listen(app: App, { ear, offices, receiver, clock, logger }: ListenParts): void {
  app.use(async (args) => {
    const gone = maybeLeft(args.body);
    if (gone !== undefined) {
      await offices.stillIn(gone);
      return;
    }
    const { teamId = "" } = args.context;
    const { selfId, ...office } = await offices.of(teamId);
    if (!("ack" in args) || typeof args.ack !== "function")
      return ear.event(heardIn(teamId, args.body), selfId);
    const ack = args.ack as (response?: unknown) => Promise<void>;
    const address = "respond" in args ? (args.respond as RespondFn) : undefined;
    const respond = lastingRespond(args.body, office, address);
    const open = formOpener(args.body);
    const answer = asideAnswer(args.body);
    const formsAck = formAck(args.body, { link: office, receiver, clock, logger }, ack);
    if (!open && !answer) {
      const opens = pressedForm(args.body, office, clock, respond);
      return ear.interaction(args.body, selfId, formsAck, respond, opens);
    }
    await ack();
    try {
      await open?.(office, receiver);
      await answer?.(office, receiver, respond);
    } catch (error) {
      logger.warn({ err: error }, "what a press asks for on Slack could not be shown");
      await tellLate(args.body, respond);
    }
  });
  // What fails here must fail for Bolt too: then Slack is not told that it arrived.
  app.error(async (error) => {
    if (!isNotInstalled(error)) throw error;
    logger.warn({ err: error }, "something came from a Slack workspace that Backlot is not installed in");
  });
}

/** What is said in a channel that companies share is heard where the app is installed, not where it was said. */
const heardIn = (team: string, body: object): object => (team === "" ? body : { ...body, team_id: team });
