import { ownMessage } from "../../chat/own-message.ts";
import type { Session } from "../../domain/session.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { Delivery } from "../../ports/delivery-store.ts";
import { insisting } from "./insisting.ts";
import type { DelivererParts } from "./parts.ts";

const MAX_TOLD = 20;
const MAX_QUOTE = 60;
const MAX_KNOWN = 1_000;

/** What was given up and has still to be told where it is missed. */
export class Losses {
  readonly #parts: DelivererParts;
  /** Sessions of which one was given up since the rows that stand behind it were read. */
  readonly #sessions = new Set<string>();

  constructor(parts: DelivererParts) {
    this.#parts = parts;
  }

  note({ session_id }: Delivery): void {
    this.#sessions.add(session_id);
    const [oldest] = this.#sessions;
    if (this.#sessions.size > MAX_KNOWN && oldest !== undefined) this.#sessions.delete(oldest);
  }

  /** A reply arrived. Answers whether there may be a line to send about others that did not. */
  async tell(session: Session, { lost }: Delivery): Promise<boolean> {
    if (lost) this.#sessions.add(session.id);
    if (!this.#sessions.has(session.id)) return false;
    await insisting(this.#parts.clock, () => reportLost(this.#parts, session));
    this.#sessions.delete(session.id);
    return true;
  }
}

/** Something arrived there again: tells in a line of its own what did not. Its id follows from theirs, so it is said once. */
async function reportLost(parts: DelivererParts, session: Session): Promise<void> {
  const ids = await parts.deliveries.untold(session.id, MAX_TOLD);
  const [first] = ids;
  if (first === undefined) return;
  const lost = await parts.messages.get(first);
  const text = lossLine(ids.length, lost?.text ?? "");
  const note = ownMessage({
    id: `${first}_lost`,
    session_id: session.id,
    text,
    at: parts.clock.now().toISOString(),
    blocks: [{ type: "text", text }],
  });
  await parts.messages.post(note, true);
  await parts.deliveries.told(ids);
  parts.bus.publish(`session:${session.id}`, undefined);
}

function lossLine(count: number, text: string): string {
  const quote = ellipsis(text, MAX_QUOTE);
  const opening = quote === "" ? "" : `: “${quote}”`;
  const what =
    count === 1
      ? `An earlier reply of mine did not get through${opening}.`
      : `${count} earlier replies of mine did not get through, the first${opening}.`;
  return `${what} You can read it on the web page, or ask me again.`;
}
