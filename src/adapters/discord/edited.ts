import type { APIMessage } from "discord.js";
import type { Place } from "../../domain/session.ts";
import { isAfter } from "../../lib/watermarks.ts";
import type { Receiver } from "../../ports/platform.ts";
import type { Gap } from "./gaps.ts";
import { inbound } from "./inbound.ts";
import type { Link } from "./link.ts";
import { lookFrom } from "./look-around.ts";
import { amendMissing } from "./missing.ts";
import { channelOfHome } from "./surroundings.ts";

/**
 * Each place costs a request, whether something was edited there or not. In those that were silent for longer before the
 * gap nobody is expected to edit.
 */
const LONG = { places: 20, talkedWithinMs: 24 * 3_600_000 };
/** A new session at once after the old one has missed next to nothing, and what was said just now is changed most. */
const SHORT_GAP_MS = 10_000;
const SHORT = { places: 5, talkedWithinMs: 10 * 60_000 };
/** Clocks differ, and the last that was heard is not the last moment of hearing. */
const SLACK_MS = 60_000;
const LOOKED_THROUGH = 50;
/** Before all messages. */
const FIRST = "0";

interface AmendParts {
  readonly link: Link;
  readonly receiver: Pick<Receiver, "amend">;
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
}

interface Known {
  readonly key: string;
  readonly home: Place;
  readonly last: string;
  readonly at: Date;
}

interface When {
  readonly guild: string | undefined;
  /** The places of the guild, those that were heard latest first. */
  readonly places: readonly Known[];
  readonly awake: number | undefined;
  readonly now: number;
}

/** The gaps, and where people talked last, to be looked through for what they edited meanwhile. */
export function withEdits(gaps: readonly Gap[], { guild, places, awake, now }: When): Gap[] {
  if (awake === undefined) return [...gaps];
  const edited = awake - SLACK_MS;
  const most = now - awake < SHORT_GAP_MS ? SHORT : LONG;
  const lively = places.filter(({ at }) => at.getTime() >= awake - most.talkedWithinMs).slice(0, most.places);
  const keys = new Set(lively.map(({ key }) => key));
  const known = new Set(gaps.map(({ channel }) => channel.id));
  return [
    ...gaps.map((gap) => (keys.has(gap.channel.id) ? { ...gap, edited } : gap)),
    ...lively
      .filter(({ key }) => !known.has(key))
      .map(({ home, last }) => ({
        channel: channelOfHome(home),
        guild,
        since: last,
        bound: true,
        edited,
        silent: true,
      })),
  ];
}

/**
 * Tells of what was heard before and edited or deleted since: of `stood`, what is not there. What waits is then answered
 * as it is now; what is answered gets an offer. Some may be known already.
 */
export async function amendChanged(
  { link, receiver, ask, now }: AmendParts,
  gap: Gap,
  stood: readonly string[],
): Promise<void> {
  const { channel, guild, since, edited = Number.POSITIVE_INFINITY } = gap;
  const { client, discord } = link;
  const query = new URLSearchParams({ limit: String(LOOKED_THROUGH) });
  const told = await ask(() => client.rest.get(discord.Routes.channelMessages(channel.id), { query }));
  const ids = (told as APIMessage[]).map(({ id }) => id);
  const after =
    ids.length < LOOKED_THROUGH ? FIRST : ids.reduce((one, other) => (isAfter(one, other) ? other : one));
  await amendMissing({ link, receiver, ask, now }, gap, stood, { ids, after });
  for (const message of told as APIMessage[]) {
    const heardBefore = !isAfter(message.id, since);
    if (!heardBefore || !(Date.parse(message.edited_timestamp ?? "") >= edited)) continue;
    const whole = { ...message, ...(guild === undefined ? {} : { guild_id: guild }) };
    const heard = inbound("MESSAGE_UPDATE", whole, lookFrom(link, whole, channel));
    if (heard?.type === "amendment") await ask(() => receiver.amend(heard.amendment));
  }
}
