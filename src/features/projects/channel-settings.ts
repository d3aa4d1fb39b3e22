import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { requireRole } from "../../domain/role.ts";
import { ChannelSettings, channelOf, channelSettingsOf, type Session } from "../../domain/session.ts";
import { requireChannel } from "./move.ts";
import type { PlacesParts } from "./parts.ts";
import { channelSession } from "./places.ts";

export type ChannelSetting = keyof ChannelSettings;

const WAYS = {
  answers: {
    thread: { label: "Answer in threads", text: "I answer a mention in a thread opened from it." },
    channel: { label: "Answer in the channel", text: "I answer a mention in the channel itself." },
  },
  hears: {
    mentions: {
      label: "Hear mentions only",
      text: "In the channel I take mentions, commands and replies to me. In my threads every message counts.",
    },
    all: { label: "Hear everything", text: "Every message of this channel counts, as in my threads." },
  },
} as const satisfies { [S in ChannelSetting]: Record<ChannelSettings[S], { label: string; text: string }> };

/** How Backlot behaves in the channel of a turn. */
export async function channelSettingsAt(parts: PlacesParts, { session }: Turn): Promise<ChannelSettings> {
  const own = session.place.thread === undefined ? session : await ownSession(parts, session);
  return channelSettingsOf(own ?? {});
}

export const channelWords = (settings: ChannelSettings): string =>
  `${WAYS.answers[settings.answers].text} ${WAYS.hears[settings.hears].text}`;

/** Changes one setting of the channel, for all its threads. Throws a UserError for a word that is no way of it. */
export async function changeChannel(
  parts: PlacesParts,
  turn: Turn,
  setting: ChannelSetting,
  word: string,
): Promise<Outcome> {
  requireChannel(turn);
  requireRole(turn.person.role, "producer", "change how I behave in this channel");
  const { session, person } = turn;
  const own =
    session.place.thread === undefined
      ? session
      : ((await ownSession(parts, session)) ?? channelSession(parts, session, person.id));
  const before = channelSettingsOf(own);
  const channel = ChannelSettings.safeParse({ ...before, [setting]: word.trim().toLowerCase() });
  if (!channel.success)
    throw new UserError(
      "bad_request",
      word.trim() === ""
        ? `This channel ${setting} ${before[setting]}.`
        : `There is no way “${word.trim().slice(0, 40)}” for ${setting}.`,
      `Type /project ${setting} ${Object.keys(WAYS[setting]).join(", or ")}.`,
    );
  const now = channel.data[setting];
  return {
    sessions: [{ ...own, channel: channel.data }],
    blocks: [
      { type: "text", text: `From now on: ${new Map(Object.entries(WAYS[setting])).get(now)?.text ?? ""}` },
      { type: "offers", offers: otherWays(setting, now) },
    ],
  };
}

const ownSession = (parts: PlacesParts, session: Session) => parts.sessions.everAt(channelOf(session.place));

const otherWays = (setting: ChannelSetting, now: string): Offer[] =>
  Object.entries(WAYS[setting])
    .filter(([way]) => way !== now)
    .map(([way, { label, text }]) => ({
      label,
      description: text,
      category: "alternative",
      action: { type: "command", command: "project", options: { action: setting, value: way } },
    }));
