import type { Outcome } from "../../chat/outcome.ts";
import { seeStale } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import { firstUpper } from "../../domain/bible/kind-words.ts";
import { NO_STALE } from "../../domain/bible/stale.ts";
import { requireRole } from "../../domain/role.ts";
import { wordList } from "../../lib/word-list.ts";
import { behindOf, markedIn } from "./behind.ts";
import { NOTHING_STALE } from "./list-stale.ts";
import type { StaleParts } from "./parts.ts";
import { whichOnes } from "./which.ts";

const NAMED = 3;

/** Takes what somebody looked at off the list, unchanged. */
export async function callFine(parts: StaleParts, turn: Turn, wanted: string): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const which = await whichOnes(parts, turn, wanted);
  const marked = await markedIn(parts, turn, which === "all" ? undefined : which);
  const ids = [...marked.keys()];
  if (ids.length === 0 && which === "all") return NOTHING_STALE;
  if (ids.length === 0) return { blocks: [{ type: "text", text: "That is up to date already." }] };
  const named = await behindOf(parts, turn, marked, ids.slice(0, NAMED));
  const names = [...named.map((each) => each.name), ...ids.slice(NAMED)];
  const text = `${firstUpper(wordList(names, NAMED))} ${ids.length > 1 ? "are" : "is"} fine as ${ids.length > 1 ? "they are" : "it is"}, then.`;
  return {
    stale: { ...NO_STALE, fine: ids },
    blocks: [
      { type: "text", text },
      { type: "offers", offers: [{ ...seeStale, label: "See what else may be out of date" }] },
    ],
  };
}
