import type { Seen } from "../domain/bible/seen.ts";
import type { Session } from "../domain/session.ts";
import type { Film } from "../domain/workflow/film.ts";
import type { InboundEvent, Person } from "./inbound-event.ts";

/** All that a skill or a command knows of the event it answers. */
export interface Turn extends Film {
  readonly id: string;
  readonly event: InboundEvent;
  readonly person: Person;
  /** Who decided what the turn does, where it took several: "Ana, Bo and Cy". */
  readonly decided_by?: string;
  readonly session: Session;
  /** What the person said, when they said something. */
  readonly message: { readonly id: string; readonly text: string } | undefined;
  /** The entries that the message's words may mean, as reading it has found them. */
  readonly seen?: Seen;
  /** The id the reply will have; progress messages and streamed text use it before the commit. */
  readonly reply_id: string;
  readonly signal: AbortSignal;
  /** Shows the reply so far to those who watch. Called with the whole text, not the difference. */
  readonly stream: (text: string) => void;
}
