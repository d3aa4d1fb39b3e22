import { peopleOf } from "../../chat/people.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { wordList } from "../../lib/word-list.ts";
import type { HistoryParts } from "./parts.ts";

const MESSAGE_LIMIT = 100;
const LOG_LIMIT = 100;
const SELF = /^(?:me|myself|i)$/i;

export interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * Whom a name means: the one who asks, Backlot, somebody who spoke in this session lately, or somebody who wrote to the
 * project lately. Throws a UserError that names those it knows when that is nobody, or more than one.
 */
export async function findPerson(parts: HistoryParts, turn: Turn, name: string): Promise<Person> {
  const wanted = name.trim();
  if (SELF.test(wanted)) return { id: turn.person.id, name: turn.person.name ?? turn.person.id };
  if (nameKey(wanted) === "backlot") return { id: "backlot", name: "Backlot" };
  const here = await speakers(parts, turn);
  const near = meant(wanted, here);
  if (near) return near;
  const writers = await authors(parts, turn);
  const far = meant(wanted, writers);
  if (far) return far;
  const known = [...new Set([...here, ...writers].map((person) => person.name))];
  throw new UserError(
    "not_found",
    `I know nobody called ${wanted.slice(0, 60)} here.`,
    known.length > 0
      ? `I know ${wordList(known, 8)}.`
      : "Type /history to see who changed what, and take a name from there.",
  );
}

function meant(wanted: string, people: readonly Person[]): Person | undefined {
  const key = nameKey(wanted);
  const fits = (part: (name: string) => string | undefined) =>
    people.filter(({ id, name }) => id === wanted || nameKey(part(name) ?? "") === key);
  const whole = fits((name) => name);
  const found = whole.length > 0 ? whole : fits((name) => name.split(/\s+/)[0]);
  const [one, ...others] = [...new Map(found.map((person) => [person.id, person])).values()];
  if (others.length === 0) return one;
  const names = found.map(({ id, name }) => `${name} (${id})`);
  throw new UserError(
    "conflict",
    `${wanted} may be ${wordList(names, 8, "or")}.`,
    "Type what stands in the brackets instead of the name.",
  );
}

async function speakers(parts: HistoryParts, turn: Turn): Promise<Person[]> {
  const messages = await parts.messages.page(turn.session.id, MESSAGE_LIMIT);
  const people = messages
    .filter((message) => message.role === "person")
    .map((message) => [message.user_id, message.user_name ?? message.user_id] as const);
  return [...new Map(people)].map(([id, name]) => ({ id, name }));
}

async function authors(parts: HistoryParts, turn: Turn): Promise<Person[]> {
  const log = await parts.documents.log({ project_id: turn.project.id }, LOG_LIMIT);
  const newest = new Map(log.toReversed().map(({ change }) => [change.by, change]));
  newest.delete("backlot");
  const nameOf = await peopleOf(parts.messages, [...newest.values()], turn.person);
  return [...newest.keys()].map((id) => ({ id, name: nameOf(id) }));
}
