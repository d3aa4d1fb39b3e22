import { z } from "zod";
import { ChatMessage } from "../chat/chat-message.ts";
import { Place } from "../domain/session.ts";
import type { Deliverer } from "../features/deliver/deliverer.ts";
import type { Bus } from "../ports/bus.ts";
import type { Clock } from "../ports/clock.ts";

const WRITTEN = "draft-written";
const UNWRITTEN = "draft-unwritten";
/** Nobody is shown more of a text than this often. */
const GATHER_MS = 500;

type Writing = Parameters<Deliverer["write"]>[0];

const Told = z.object({
  place: Place,
  person_id: z.string(),
  message: ChatMessage,
  standsIn: z.boolean().optional(),
});

/** How replies that grow come to the process that shows them: of each its newest words, now and then. */
export interface WritingAfar extends Pick<Deliverer, "write" | "unwrite"> {
  /** Hands what other processes write to the one that shows it, while that is this one. */
  listen(mine: () => Pick<Deliverer, "write" | "unwrite"> | undefined): void;
}

export function createWritingAfar(bus: Bus, clock: Clock): WritingAfar {
  /** Told lately, by message; with what was written since. */
  const recent = new Map<string, Writing | undefined>();
  const tell = (id: string, writing: Writing) => {
    recent.set(id, undefined);
    bus.publish(WRITTEN, writing);
    clock.after(GATHER_MS, () => {
      const newer = recent.get(id);
      recent.delete(id);
      if (newer) tell(id, newer);
    });
  };
  return {
    write: (writing) => {
      const { id } = writing.message;
      if (recent.has(id)) recent.set(id, writing);
      else tell(id, writing);
    },
    unwrite: (messageId) => {
      recent.delete(messageId);
      bus.publish(UNWRITTEN, messageId);
    },
    listen: (mine) => {
      bus.subscribe(WRITTEN, (payload) => {
        const { data } = Told.safeParse(payload);
        if (data) mine()?.write(data as Writing);
      });
      bus.subscribe(UNWRITTEN, (id) => mine()?.unwrite(String(id)));
    },
  };
}
