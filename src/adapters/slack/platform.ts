import type { App, RespondFn } from "@slack/bolt";
import type { BoundCommand } from "../../chat/command.ts";
import { AppError, UserError } from "../../domain/errors.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { EditLimits, Platform, Receiver } from "../../ports/platform.ts";
import { asideAnswer } from "./asides.ts";
import { boltLogger } from "./bolt-logger.ts";
import { channelName } from "./channel-name.ts";
import { createEar, type Ear } from "./ear.ts";
import { echo } from "./echo.ts";
import { deliveryFailure } from "./failure.ts";
import type { Bolt, Link, SlackConfig } from "./link.ts";
import { formOpener } from "./open-form.ts";
import { createPeople } from "./people.ts";
import { createPictureShelf } from "./pictures.ts";
import { createPoster, type Poster } from "./posting.ts";
import { startThread } from "./start-thread.ts";
import { createStoredFirstApp } from "./stored-first-app.ts";
import { STREAM_LIMITS } from "./streaming.ts";
import { createTransport, type Transport } from "./transport.ts";

const EDIT_EVERY_MS = 2_000;
/** Slack takes some fifty updates a minute in all (https://docs.slack.dev/reference/methods/chat.update, tier 3). */
const EDITS: EditLimits = {
  inAll: { count: 50, withinMs: 60_000 },
  channelOf: ({ channel }) => channel,
};
const REQUEST_TIMEOUT_MS = 10_000;
const ANSWER_MISSED_WITHIN_MS = 12 * 3_600_000;

export interface SlackOptions {
  readonly config: SlackConfig;
  readonly commands: readonly BoundCommand[];
  /** Where the pictures of replies are kept. */
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What was said while Backlot was away, and is older, is told in one line instead of answered. */
  readonly answerMissedWithinMs?: number;
}

interface Running extends Link {
  readonly transport: Transport;
  readonly poster: Poster;
  readonly ear: Ear;
}

/** Backlot on Slack, through Bolt. Nothing is loaded or connected before `start`. */
export function createSlackPlatform(options: SlackOptions): Platform {
  let running: Running | undefined;
  const call = async <T>(work: (poster: Poster) => Promise<T>): Promise<T> => {
    if (!running) throw new AppError("unavailable", "Slack is not connected", { retryable: true });
    const { bolt, poster } = running;
    return work(poster).catch((error: unknown) => {
      throw deliveryFailure(error, bolt);
    });
  };
  return {
    name: "slack",
    delivery: "send",
    editEveryMs: EDIT_EVERY_MS,
    edits: EDITS,
    start: async (receiver) => {
      running = await start(options, receiver);
    },
    send: (place, message, instead) => call((poster) => poster.send(place, message, instead)),
    edit: (place, platformId, message) => call((poster) => poster.edit(place, platformId, message)),
    remove: (place, platformId) => call((poster) => poster.remove(place, platformId)),
    streaming: {
      ...STREAM_LIMITS,
      begin: (place, personId, text) => call(({ streams }) => streams.begin(place, personId, text)),
      find: (place, since) => call(({ streams }) => streams.find(place, since)),
      grow: (place, platformId, more) => call(({ streams }) => streams.grow(place, platformId, more)),
    },
    openThread: (channel, title) =>
      call(async () => (running ? startThread(running, channel, title) : channel)),
    channelName: async (place) => (running ? channelName(running, place) : undefined),
    // Slack shows no typing of apps in channels and threads.
    typing: () => undefined,
    check: async () => {
      if (running?.transport.isOpen()) return;
      throw new AppError("unavailable", "Slack is not connected", { retryable: true });
    },
    stop: async () => {
      await running?.transport.close();
      await running?.ear.stop();
      running = undefined;
    },
  };
}

async function start(options: SlackOptions, receiver: Receiver): Promise<Running> {
  const { config, clock, logger } = options;
  const bolt: Bolt = await import("@slack/bolt");
  // No tries of its own: a second chat.postMessage may be a second message, and a late edit shows the past.
  const clientOptions = {
    ...(config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT_MS,
    logger: boltLogger(logger, bolt),
  };
  const link: Link = {
    bolt,
    web: new bolt.webApi.WebClient(config.botToken, clientOptions),
    unfurls: config.unfurls,
  };
  const self = await introduce(link);
  const connected = (is: boolean) => ear.connected(is);
  const transport = createTransport({ bolt, config, clientOptions, clock, logger, connected });
  const app = createStoredFirstApp(bolt, {
    token: config.botToken,
    receiver: transport.receiver,
    botId: self.botId,
    botUserId: self.userId,
    tokenVerificationEnabled: false,
    convoStore: false,
    clientOptions,
    logger: boltLogger(logger, bolt),
  });
  const around = () => ({ selfId: self.userId, commands: options.commands, now: clock.now() });
  const ear = createEar({
    receiver,
    people: createPeople(link, clock),
    echo: (event) => echo(link, event),
    around,
    bolt,
    linkOf: async () => ({ ...link, selfId: self.userId }),
    answerMissedWithinMs: options.answerMissedWithinMs ?? ANSWER_MISSED_WITHIN_MS,
    clock,
    logger,
  });
  listen(app, ear, (body, respond) => {
    const open = formOpener(body);
    const answer = asideAnswer(body);
    return open ? () => open(link, receiver) : answer && (() => answer(link, receiver, respond));
  });
  await transport.open().catch((error: unknown) => {
    throw startFailure(error, bolt, "SLACK_APP_TOKEN");
  });
  ear.connected(true);
  const shelf = createPictureShelf(link, options.blobs, logger);
  return { ...link, transport, poster: createPoster(link, clock, shelf), ear };
}

type Opens = (body: unknown, respond: RespondFn | undefined) => (() => Promise<void>) | undefined;

function listen(app: App, ear: Ear, opens: Opens): void {
  app.use(async (args) => {
    if (!("ack" in args) || typeof args.ack !== "function") return ear.event(args.body);
    const ack = args.ack as (response?: unknown) => Promise<void>;
    const respond = "respond" in args ? args.respond : undefined;
    const open = opens(args.body, respond);
    if (!open) return ear.interaction(args.body, ack, respond);
    await ack();
    return open();
  });
  // What fails here must fail for Bolt too: then Slack is not told that it arrived.
  app.error(async (error) => {
    throw error;
  });
}

async function introduce({ web, bolt }: Link): Promise<{ userId: string; botId: string }> {
  try {
    const { user_id, bot_id } = await web.auth.test();
    return { userId: user_id ?? "", botId: bot_id ?? "" };
  } catch (error) {
    throw startFailure(error, bolt, "SLACK_BOT_TOKEN");
  }
}

function startFailure(error: unknown, bolt: Bolt, variable: string): Error {
  if (!(error instanceof bolt.webApi.WebAPIPlatformError)) return deliveryFailure(error, bolt);
  const hint = `Copy the token from the app's pages at api.slack.com into ${variable}, with the scopes the README names.`;
  return new UserError("unauthorized", `Slack does not accept ${variable}: ${error.data.error}.`, hint, {
    cause: error,
  });
}
