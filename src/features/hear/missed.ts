import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { leaveOffer, readOffer } from "./missed-choices.ts";
import { missedLine } from "./missed-words.ts";
import type { HearParts } from "./parts.ts";

/** Read with one press; more of them are offered again. */
const MAX_READ = 100;

/** What was said while nobody listened and is told in one line: read after all, or left. */
export interface MissedMessages {
  show(turn: Turn): Promise<Outcome>;
  read(turn: Turn): Promise<Outcome>;
  leave(turn: Turn): Promise<Outcome>;
}

export function createMissed(parts: HearParts): MissedMessages {
  return {
    show: async ({ session }) => {
      const held = await parts.hearing.held(session.id);
      if (!held) return NOTHING;
      return {
        blocks: [
          { type: "text", text: missedLine(held, false, parts.clock.now()) },
          { type: "offers", offers: [readOffer, leaveOffer] },
        ],
      };
    },
    read: (turn) => read(parts, turn),
    leave: async ({ session }) => {
      const left = await parts.hearing.release(session.id);
      if (left === 0) return NOTHING;
      return { blocks: [{ type: "text", text: left === 1 ? "I leave it." : `I leave all ${left}.` }] };
    },
  };
}

const NOTHING: Outcome = {
  blocks: [{ type: "text", text: "Nothing that was said here waits to be read." }],
};

/** Each is received as if it came now; it leaves the shelf when it is stored, so a crash in between loses none. */
async function read(parts: HearParts, { session }: Turn): Promise<Outcome> {
  const events = await parts.hearing.nextHeld(session.id, MAX_READ);
  if (events.length === 0) return NOTHING;
  const receiver = parts.receiver();
  for (const event of events) await receiver.receive(event);
  await parts.hearing.release(
    session.id,
    events.map(({ id }) => id),
  );
  const rest = await parts.hearing.held(session.id);
  const what = events.length === 1 ? "the message" : `${events.length} messages`;
  return {
    blocks: [
      { type: "text", text: `I read ${what} now; the answers come where each was said.` },
      ...(rest
        ? [{ type: "offers" as const, offers: [{ ...readOffer, label: `Read ${rest.count} more` }] }]
        : []),
    ],
  };
}
