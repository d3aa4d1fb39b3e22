import { openAction, proposal } from "../../chat/proposal.ts";
import type { Turn } from "../../chat/turn.ts";
import { expandGroups } from "../../domain/bible/groups.ts";
import type { Note } from "../../domain/bible/note.ts";
import { itemise } from "../../domain/points/itemise.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { wordList } from "../../lib/word-list.ts";
import { type Heard, hear } from "./hear.ts";
import { personIn, type Waiting } from "./keep-waiting.ts";
import type { ExtractParts } from "./parts.ts";

const MAX_PEOPLE = 4;
const LABEL_CHARS = 80;

type Stranger = Note & { readonly type: "unknown"; readonly statement: Statement };

/**
 * What was said of people who are not in the bible, kept with them as one proposal: the press that adds them writes it,
 * too, and nobody says it twice. Undefined where nothing is said of anybody new.
 */
export async function keepStrangers(
  parts: ExtractParts,
  turn: Turn,
  notes: Heard["notes"],
): Promise<Waiting | undefined> {
  const strangers = notes.filter(isStranger);
  const names = [...new Map(strangers.map(({ name }) => [nameKey(name), name])).values()];
  if (turn.message === undefined || names.length === 0 || names.length > MAX_PEOPLE) return undefined;
  const said = [...new Set(strangers.map(({ statement }) => statement))];
  const { text } = turn.message;
  const told = new Set(said.flatMap((each) => (each.type === "entry" ? nameKey(each.subject.name) : [])));
  const all = [
    ...names.filter((name) => !told.has(nameKey(name))).map((name) => personIn(text, name)),
    ...said.map((each) => (each.type === "entry" ? { ...each, explicit: true } : each)),
  ];
  const again = await hear(parts, turn, all, { contradictions: "write" });
  if (again.changes.length === 0 || again.notes.length > 0) return undefined;
  const items = onceMade(itemise(expandGroups(all, again.known).statements, again.known, text));
  const title = `This waits for ${wordList(names)} to be in the bible. Nothing of it is saved yet.`;
  const point = proposal(turn, (id) => parts.ids.next(id), { reason: "saving", title, items });
  const as = names.length === 1 ? "a character" : "characters";
  return {
    point,
    adds: names,
    offer: {
      label: ellipsis(`Add ${wordList(names)} as ${as}`, LABEL_CHARS),
      description: "Writes down what you said of them, too",
      category: "recommended",
      action: openAction("accept", point.id, { value: "all" }),
    },
  };
}

/** Nobody new is renamed or taken out; what is told of somebody, or who they are to others, waits for them. */
const isStranger = (note: Note): note is Stranger =>
  note.type === "unknown" &&
  note.near === undefined &&
  note.kind === "character" &&
  ((note.statement?.type === "entry" && (note.statement.drops ?? []).length === 0) ||
    (note.statement?.type === "relationship" && note.statement.ends !== true));

/** Several statements about one who is new make them once. */
function onceMade(items: ReturnType<typeof itemise>): ReturnType<typeof itemise> {
  const made = new Set<string>();
  return items.filter(({ line }) => {
    if (line.action !== "created" || line.kind === "relationship") return true;
    const key = `${line.kind} ${nameKey(line.name)}`;
    if (made.has(key)) return false;
    made.add(key);
    return true;
  });
}
