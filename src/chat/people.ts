import type { Evidence } from "../domain/bible/fact.ts";
import type { Message } from "../domain/message.ts";
import type { Person } from "./inbound-event.ts";
import { saidIdOf } from "./turn-ids.ts";

const MESSAGE_LIMIT = 60;

/** Where what was said is looked up; a message store is one. */
export interface SaidSource {
  getMany(ids: readonly string[]): Promise<readonly Message[]>;
}

/** Something a person wrote, and the words that prove it. */
export interface Wrote {
  readonly by: string;
  readonly turn_id?: string | undefined;
  readonly evidence?: Evidence | undefined;
}

/** What a user's id is called. */
export type NameOf = (id: string) => string;

/**
 * The names of those who wrote, as they gave them with what they said: one read, whatever the number. Somebody who has
 * only pressed buttons goes by their id.
 */
export async function peopleOf(source: SaidSource, wrote: readonly Wrote[], here: Person): Promise<NameOf> {
  const names = new Map([["backlot", "Backlot"]]);
  if (here.name !== undefined) names.set(here.id, here.name);
  const said = wrote.flatMap(({ by, turn_id, evidence }) => [
    ...(turn_id === undefined || by === "backlot" ? [] : [saidIdOf(turn_id)]),
    ...(evidence === undefined ? [] : [evidence.message_id]),
  ]);
  const ids = [...new Set(said)].slice(0, MESSAGE_LIMIT);
  const strangers = wrote.some(({ by }) => !names.has(by)) || wrote.some(({ evidence }) => evidence);
  for (const message of strangers && ids.length > 0 ? await source.getMany(ids) : [])
    if (message.user_name !== undefined && !names.has(message.user_id))
      names.set(message.user_id, message.user_name);
  return (id) => names.get(id) ?? id;
}
