import type { ChatMessage } from "../../chat/chat-message.ts";
import type { BoundCommand } from "../../chat/command.ts";
import { AppError } from "../../domain/errors.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { EditLimits, Platform } from "../../ports/platform.ts";
import { channelName } from "./channel-name.ts";
import type { DiscordConfig } from "./connect.ts";
import type { Ear } from "./ear.ts";
import { deliveryFailure, hasCode } from "./failure.ts";
import { groupsOf } from "./groups.ts";
import { inviteUrl } from "./invite.ts";
import type { Link } from "./link.ts";
import { listen } from "./listen.ts";
import { createMarking } from "./marking.ts";
import { openFile } from "./open-file.ts";
import { loadPictures } from "./pictures.ts";
import { Attachments, type Pictures } from "./post-files.ts";
import { parsePosted } from "./post-id.ts";
import { editMessage, postMessage, removeMessage } from "./posting.ts";
import { publishCommands } from "./publish-commands.ts";
import { tellPerson } from "./tell-person.ts";
import { nameThread, openThread, startThread } from "./thread.ts";

const EDIT_EVERY_MS = 1_500;
/** Discord tells its limits with its answers; for edits of messages they are these, a channel. */
const EDITS: EditLimits = {
  perChannel: { count: 5, withinMs: 5_000 },
  channelOf: (place, platformId) => parsePosted(platformId, place).channel,
};

export interface DiscordOptions {
  readonly config: DiscordConfig;
  readonly commands: readonly BoundCommand[];
  /** Where the pictures of replies are kept. */
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What was said while Backlot was away, and is older, is told in one line instead of answered. */
  readonly answerMissedWithinMs?: number;
}

/** Backlot on Discord, through discord.js. Nothing is loaded or connected before `start`. */
export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { config, commands, blobs, logger } = options;
  let link: Link | undefined;
  let ear: Ear | undefined;
  const attachments = new Attachments();
  const picturesOf =
    (message: ChatMessage): Pictures =>
    (names) =>
      loadPictures(blobs, logger, message, names);
  const connected = (): Link => {
    if (!link) throw new AppError("unavailable", "Discord is not connected", { retryable: true });
    return link;
  };
  const call = async <T>(work: (link: Link) => Promise<T>): Promise<T> => {
    const to = connected();
    return work(to).catch((error: unknown) => {
      throw deliveryFailure(error, to.discord);
    });
  };
  return {
    name: "discord",
    delivery: "send",
    editEveryMs: EDIT_EVERY_MS,
    edits: EDITS,
    start: async (receiver) => {
      ({ link, ear } = await listen(options, receiver));
      await publishCommands(link, commands, logger, config.guildId);
    },
    invitation: () => link && inviteUrl(link.client.application.id, config.apiUrl),
    send: (place, message, instead) =>
      call((to) => postMessage({ ...to, attachments }, place, message, picturesOf(message), instead)),
    edit: (place, platformId, message) =>
      call((to) => editMessage({ ...to, attachments }, place, platformId, message, picturesOf(message))),
    openThread: (channel, title) => call((to) => startThread(to, channel, title)),
    nameThread: (place, title) => call((to) => nameThread(to, place, title)),
    groups: async (place) => (link ? groupsOf(link, place) : []),
    channelName: async (place) => (link ? channelName(link, place) : undefined),
    remove: (place, platformId) => call((to) => removeMessage(to, place, platformId)),
    openFile: (file, signal) => openFile(connected(), config.apiUrl, file, signal),
    tell: (place, personId, line) => call((to) => tellPerson(to, place, personId, line)),
    marking: createMarking(call),
    typing: (place) => {
      if (link) showTyping(link, place.channel, place.thread).catch(() => undefined);
    },
    check: async () => {
      const { client, discord } = connected();
      const away = client.ws.shards.filter(({ status }) => status !== discord.Status.Ready);
      if (client.isReady() && away.size === 0) return;
      const which = client.ws.shards.size > 1 ? ` (shards ${[...away.keys()].join(", ")})` : "";
      throw new AppError("unavailable", `the Discord gateway is not connected${which}`, { retryable: true });
    },
    stop: async () => {
      await link?.client.destroy();
      await ear?.stop();
      link = undefined;
    },
  };
}

/** The thread that will hold the reply is opened by the first sign of work in it. */
async function showTyping(link: Link, channel: string, thread: string | undefined): Promise<void> {
  const { client, discord } = link;
  const type = () => client.rest.post(discord.Routes.channelTyping(thread ?? channel));
  try {
    await type();
  } catch (error) {
    const missing = hasCode(error, discord.RESTJSONErrorCodes.UnknownChannel, discord);
    if (thread !== undefined && missing && (await openThread(link, channel, thread))) await type();
  }
}
