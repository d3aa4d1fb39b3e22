import { ownMessage } from "../../chat/own-message.ts";
import { plainText } from "../../chat/plain-text.ts";
import type { Block } from "../../chat/reply.ts";
import { fingerprint } from "../../lib/fingerprint.ts";
import type { Hearing, Missed } from "../../ports/hearing.ts";
import { missedChoices } from "./missed-choices.ts";
import { missedLine } from "./missed-words.ts";
import type { HearParts } from "./parts.ts";
import { createReadAlone } from "./read-alone.ts";

/** Channels and threads that are caught up on after a gap; those silent for longest are left out. */
const MAX_MARKS = 5_000;
/** Of these it is noticed that they were deleted while nobody listened. */
const MAX_STANDING = 50;
/** Places of talks whose mark a crash has cost, where somebody talked in this time. */
const TALKED_WITHIN_MS = 7 * 24 * 3_600_000;

/** What platforms need to catch up after a gap. */
export function createHearing(parts: HearParts): Hearing {
  return {
    marks: (platform) => {
      const since = new Date(parts.clock.now().getTime() - TALKED_WITHIN_MS);
      return parts.hearing.marks(platform, since, MAX_MARKS);
    },
    keep: (marks) => parts.hearing.keep(marks),
    standing: (home) => parts.hearing.standing(home, MAX_STANDING),
    alone: createReadAlone(parts),
    missed: (missed) => tell(parts, missed),
    notice: async (event, key, text) => {
      const { id } = await parts.sessionAt(event);
      const blocks = [{ type: "text" as const, text }];
      await say(parts, id, event.place.platform, { id: `msg_${fingerprint(key)}_notice`, blocks });
    },
  };
}

/** The message's id follows from what is put aside, so that a second try, or another process, tells nothing twice. */
async function tell(parts: HearParts, { home, events, more }: Missed): Promise<void> {
  const newest = events.at(-1);
  if (!newest) return;
  const session = await parts.sessionAt({ ...newest, place: home });
  await parts.hearing.hold(session.id, events);
  const held = await parts.hearing.held(session.id);
  if (!held) return;
  const id = fingerprint(`${session.id} ${held.last.toISOString()}`);
  const blocks: Exclude<Block, { type: "form" }>[] = [
    { type: "text", text: missedLine(held, more, parts.clock.now()) },
    missedChoices(session.id, id),
  ];
  await say(parts, session.id, home.platform, { id: `msg_${id}_missed`, blocks });
}

async function say(
  parts: HearParts,
  sessionId: string,
  platform: string,
  { id, blocks }: { readonly id: string; readonly blocks: Exclude<Block, { type: "form" }>[] },
): Promise<void> {
  const deliver = parts.sends(platform);
  const posted = await parts.messages.post(
    ownMessage({
      id,
      session_id: sessionId,
      text: plainText(blocks),
      at: parts.clock.now().toISOString(),
      blocks,
    }),
    deliver,
  );
  if (!posted) return;
  parts.bus.publish(`session:${sessionId}`, undefined);
  if (deliver) parts.kickDelivery();
}
