import type { BoundCommand } from "../../chat/command.ts";
import { AppError, UserError } from "../../domain/errors.ts";
import type { Place } from "../../domain/session.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { DeliveryFailure, EditLimits, Platform, Receiver } from "../../ports/platform.ts";
import { boltLogger } from "./bolt-logger.ts";
import { channelName } from "./channel-name.ts";
import { createEar, type Ear } from "./ear.ts";
import { echo } from "./echo.ts";
import { deliveryFailure, startFailure } from "./failure.ts";
import { createInstallations, type Installations, type InstallationsParts } from "./installations.ts";
import { installedOffices } from "./installed-offices.ts";
import { installUrl } from "./installing.ts";
import type { Bolt, SlackConfig } from "./link.ts";
import { listen } from "./listen.ts";
import { createMarking } from "./marking.ts";
import type { Office, OfficeParts, Offices } from "./office.ts";
import { openFile } from "./open-file.ts";
import { tellKept } from "./outcome.ts";
import { soleOffice } from "./sole-office.ts";
import { startThread } from "./start-thread.ts";
import { createStatus } from "./status.ts";
import { createStoredFirstApp } from "./stored-first-app.ts";
import { STREAM_LIMITS } from "./streaming.ts";
import { tellPerson } from "./tell-person.ts";
import { createTransport, type Transport } from "./transport.ts";
import { isTurnedOut } from "./turned-out.ts";

const EDIT_EVERY_MS = 2_000;
/** Slack takes some fifty updates a minute in each workspace (https://docs.slack.dev/reference/methods/chat.update, tier 3). */
const EDITS: EditLimits = {
  perChannel: { count: 50, withinMs: 60_000 },
  channelOf: ({ workspace }) => workspace,
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
  /** Where installations are kept, and by what sealed, when workspaces install the app. */
  readonly installing?: Pick<InstallationsParts, "store" | "vault"> | undefined;
  /** What was said while Backlot was away, and is older, is told in one line instead of answered. */
  readonly answerMissedWithinMs?: number;
}

interface Running {
  readonly bolt: Bolt;
  readonly transport: Transport;
  readonly offices: Offices;
  readonly ear: Ear;
}

/** Backlot on Slack, through Bolt. Nothing is loaded or connected before `start`. */
export function createSlackPlatform(options: SlackOptions): Platform {
  const { installing } = options;
  let running: Running | undefined;
  const call = async <T>({ workspace }: Place, work: (office: Office) => Promise<T>): Promise<T> => {
    if (!running) throw new AppError("unavailable", "Slack is not connected", { retryable: true });
    const { bolt, offices } = running;
    try {
      const office = await offices.of(workspace);
      return await work(office).catch(async (error: unknown) => {
        if (!isTurnedOut(error, bolt) || !(await offices.stillIn(workspace))) throw error;
        // The app was installed again, and another process knows the new token. With the old one nothing was done.
        return work(await offices.of(workspace));
      });
    } catch (error) {
      throw error instanceof AppError ? error : deliveryFailure(error, bolt);
    }
  };
  return {
    name: "slack",
    delivery: "send",
    editEveryMs: EDIT_EVERY_MS,
    edits: EDITS,
    queueOf: ({ workspace, channel }) => `${workspace} ${channel}`,
    start: async (receiver) => {
      running = await start(options, receiver);
    },
    invitation: () => (installing ? installUrl(options.config) : undefined),
    send: (place, message, instead) => call(place, ({ poster }) => poster.send(place, message, instead)),
    edit: (place, platformId, message) =>
      call(place, ({ poster }) => poster.edit(place, platformId, message)),
    remove: (place, platformId) => call(place, ({ poster }) => poster.remove(place, platformId)),
    streaming: {
      ...STREAM_LIMITS,
      begin: (place, personId, text) =>
        call(place, ({ poster }) => poster.streams.begin(place, personId, text)),
      find: (place, since) => call(place, ({ poster }) => poster.streams.find(place, since)),
      grow: (place, platformId, more) =>
        call(place, ({ poster }) => poster.streams.grow(place, platformId, more)),
    },
    openThread: (channel, title) => call(channel, (office) => startThread(office, channel, title)),
    groups: (place) => call(place, ({ groups }) => groups(true)).catch(() => []),
    channelName: (place) => call(place, (office) => channelName(office, place)).catch(() => undefined),
    openFile: (file, signal) =>
      call(file.place, (office) => openFile(office, options.config.apiUrl, file, signal)),
    tell: (place, personId, line) => call(place, (office) => tellPerson(office, place, personId, line)),
    marking: createMarking(call),
    ...createStatus({ call, clock: options.clock, logger: options.logger }),
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
  const { config, clock, logger, installing } = options;
  const bolt: Bolt = await import("@slack/bolt");
  // No tries of its own: a second chat.postMessage may be a second message, and a late edit shows the past.
  const clientOptions = {
    ...(config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT_MS,
    logger: boltLogger(logger, bolt),
  };
  const connected = (is: boolean) => ear.connected(is);
  const installations = installing && createInstallations({ ...installing, clock, logger });
  const transport = createTransport({ bolt, config, installations, clientOptions, clock, logger, connected });
  const office: OfficeParts = {
    bolt,
    clientOptions,
    unfurls: config.unfurls,
    blobs: options.blobs,
    clock,
    logger,
  };
  const { offices, ...authorization } = await openOffices(office, config, transport, installations);
  const app = createStoredFirstApp(bolt, {
    ...authorization,
    receiver: transport.receiver,
    tokenVerificationEnabled: false,
    convoStore: false,
    clientOptions,
    logger: boltLogger(logger, bolt),
  });
  const officeOf = ({ workspace }: Place) => offices.of(workspace);
  const ear = createEar({
    receiver,
    people: {
      known: async (event) => (await officeOf(event.place)).people.known(event),
      named: async (workspace, text) => (await offices.of(workspace)).people.named(workspace, text),
    },
    echo: async (event) => echo(await officeOf(event.place), event),
    around: (selfId) => ({ selfId, commands: options.commands, now: clock.now() }),
    bolt,
    linkOf: (workspace, hurry) =>
      offices
        .of(workspace)
        .then((office) => ({ ...(hurry ? office : office.background()), selfId: office.selfId }), absent),
    answerMissedWithinMs: options.answerMissedWithinMs ?? ANSWER_MISSED_WITHIN_MS,
    clock,
    logger,
  });
  listen(app, { ear, offices, receiver, clock, logger });
  await transport.open().catch((error: unknown) => {
    throw startFailure(error, bolt, "SLACK_APP_TOKEN");
  });
  ear.connected(true);
  void tellKept((workspace) => offices.of(workspace), receiver, logger);
  return { bolt, transport, offices, ear };
}

/** The one workspace of SLACK_BOT_TOKEN, or those that have installed the app; and what Bolt asks for a token. */
async function openOffices(
  parts: OfficeParts,
  { botToken: token }: SlackConfig,
  { installer }: Transport,
  installations: Installations | undefined,
) {
  if (installer && installations) {
    await installations.renew();
    return { offices: installedOffices(parts, installations, installer.authorize) };
  }
  if (token === undefined) {
    const hint = "Set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and its secrets for many.";
    throw new UserError("bad_request", "Slack has no workspace for Backlot.", hint);
  }
  const { offices, userId, botId } = await soleOffice(parts, token);
  return { offices, token, botUserId: userId, botId };
}

/** Where Backlot is not installed any more there is nothing to catch up with. */
function absent(error: unknown): undefined {
  if ((error as DeliveryFailure).final) return undefined;
  throw error;
}
