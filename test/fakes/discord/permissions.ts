import { type Answer, MISSING_PERMISSIONS, refuse } from "./answers.ts";
import { type Forbidden, NAMED } from "./forbidden.ts";
import { type FakeChannel, isThread, type World } from "./world.ts";

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
const MISSING_ACCESS = refuse(403, 50_001, "Missing Access");

/** Why the bot may not do this there; a thread allows what its channel does. */
export function forbidden(
  world: World,
  channel: FakeChannel | undefined,
  ...what: Forbidden[]
): Answer | undefined {
  const places = [channel, world.channel(channel?.parent_id ?? "")];
  const is = (one: Forbidden) =>
    places.some((place) => {
      // A thread is named after what was said.
      const named = place !== undefined && !isThread(place) && place.name.includes(NAMED[one]);
      return named || world.forbidden.get(place?.id ?? "")?.has(one);
    });
  if (is("view")) return MISSING_ACCESS;
  return what.some(is) ? MISSING_PERMISSIONS : undefined;
}
