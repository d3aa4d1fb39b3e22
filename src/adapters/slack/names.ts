import type { Clock } from "../../ports/clock.ts";
import { channelName } from "./channel-name.ts";
import type { Link } from "./link.ts";

const KEEP_MS = 10 * 60_000;
const MAX_KEPT = 2_000;
/** A message that calls more people and channels than these shows the ids of the others. */
const MAX_NAMED = 10;
const MENTION = /(?<!\w)([@#])([UWC](?=[A-Z0-9]*\d)[A-Z0-9]{5,20})\b/g;

export type Names = (text: string) => Promise<string>;

/** Slack mentions people and channels by their ids alone. What is said is kept with the names people see. */
export function createNames(
  { web }: Pick<Link, "web">,
  clock: Clock,
  personName: (id: string) => Promise<string | undefined>,
): Names {
  const channels = new Map<string, { readonly name: string | undefined; readonly until: number }>();
  const channelCalled = async (channel: string): Promise<string | undefined> => {
    const now = clock.now().getTime();
    const found = channels.get(channel);
    if (found && found.until > now) return found.name;
    const name = await channelName({ web }, { platform: "slack", workspace: "", channel });
    if (channels.size >= MAX_KEPT) channels.clear();
    channels.set(channel, { name, until: now + KEEP_MS });
    return name;
  };
  return async (text) => {
    const mentions = [...new Set(text.match(MENTION))].slice(0, MAX_NAMED);
    if (mentions.length === 0) return text;
    const named = await Promise.all(
      mentions.map(async (mention) => {
        const name = await (mention.startsWith("#") ? channelCalled : personName)(mention.slice(1));
        return [mention, name === undefined ? mention : `${mention.charAt(0)}${name}`] as const;
      }),
    );
    const names = new Map(named);
    return text.replace(MENTION, (mention) => names.get(mention) ?? mention);
  };
}
