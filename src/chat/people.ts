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
  readonly by_name?: string | undefined;
  readonly turn_id?: string | undefined;
  readonly evidence?: Evidence | undefined;
}

/** What a user's id is called. */
export type NameOf = (id: string) => string;

/** The names of those who wrote: one read, whatever the number, and none when they are known. */
export async function peopleOf(source: SaidSource, wrote: readonly Wrote[], here: Person): Promise<NameOf> {
  const bare = wrote.map(({ by, by_name, turn_id }) => ({ by, by_name, turn_id }));
  return (await whatWasSaid(source, bare, here)).nameOf;
}

/**
 * The names of those who wrote, as the changes or their messages give them, and the messages that prove it: one read,
 * whatever the number. Somebody who never gave a name goes by their id.
 */
export async function whatWasSaid(
  source: SaidSource,
  wrote: readonly Wrote[],
  here: Person,
): Promise<{ nameOf: NameOf; wordsOf: (messageId: string) => string | undefined }> {
  const names = new Map([["backlot", "Backlot"]]);
  if (here.name !== undefined) names.set(here.id, here.name);
  for (const { by, by_name } of wrote) if (by_name !== undefined && !names.has(by)) names.set(by, by_name);
  const said = wrote.flatMap(({ by, turn_id, evidence }) => [
    ...(turn_id === undefined || names.has(by) ? [] : [saidIdOf(turn_id)]),
    ...(evidence === undefined ? [] : [evidence.message_id]),
  ]);
  const ids = [...new Set(said)].slice(0, MESSAGE_LIMIT);
  const messages = ids.length > 0 ? await source.getMany(ids) : [];
  for (const { user_id, user_name } of messages)
    if (user_name !== undefined && !names.has(user_id)) names.set(user_id, user_name);
  const words = new Map(messages.map((message) => [message.id, message.text]));
  return { nameOf: (id) => names.get(id) ?? id, wordsOf: (id) => words.get(id) };
}
