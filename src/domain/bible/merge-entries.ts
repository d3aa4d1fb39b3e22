import { deepEqual } from "../../lib/deep-equal.ts";
import type { Statement } from "../reading/reading.ts";
import { kindLabel } from "./describe.ts";
import { type Desk, livingOn, setFact, setLinks, setMerged, setStatus, takeFact } from "./desk.ts";
import type { Entry } from "./entry.ts";
import { type Evidence, type Fact, type FactValue, MAX_LATER } from "./fact.ts";
import { checkField, fieldNames, joinLists, saysTheSame } from "./field-check.ts";
import { evidenceAt, type Hearing, lookUp, mayChange, whoIs } from "./hearing.ts";
import { exchangeName, linkedIds, linksTo, NOT_SAME } from "./links.ts";
import { createTieIndex, moveTie } from "./merge-ties.ts";
import type { Note } from "./note.ts";
import { keepsAlias, showInHeading } from "./rename-entry.ts";

type MergeStatement = Statement & { type: "merge" };

/** The name has its own rule; the aliases are made of both names. */
const NEVER_TAKEN: readonly string[] = ["name", "aliases"];

/**
 * Makes one entry of two. `into` keeps its name and what it says; lists join, what it lacks comes from the other with
 * whoever said it, and so do the fields named in `takes`. The other's name stays as an alias unless it was a slip of
 * spelling. Wherever the other was named or linked, `into` takes its place; ties between the two go, and ties that come
 * to say the same are one. Nothing happens when any of those is locked.
 */
export function mergeEntries(hearing: Hearing, statement: MergeStatement): void {
  const pair = whoAreThey(hearing, statement);
  const problem = pair && refusal(hearing, ...pair);
  if (problem) hearing.notes.push(problem);
  if (!pair || problem) return;
  const [gone, into] = pair;
  const { desk } = hearing;
  const dependants = livingOn(desk).filter(
    (other) => other.id !== into.id && linkedIds(other).includes(gone.id),
  );
  const ties = createTieIndex(livingOn(desk));
  const twins = dependants.flatMap((other) => ties.twinOf(other, gone, into) ?? []);
  if (![gone, into, ...dependants, ...twins].every((each) => mayChange(hearing, each))) return;
  const evidence = evidenceAt(hearing, statement.span);
  setMerged(desk, takeIn(hearing, into, gone, statement.takes ?? [], evidence), evidence);
  for (const other of dependants)
    if (other.kind === "relationship") moveTie(hearing, ties, other, gone, into, evidence);
    else moveLinks(desk, other, gone, into, evidence);
  for (const other of livingOn(desk))
    if (other.links[NOT_SAME]?.includes(gone.id) && other.status !== "locked" && other.id !== into.id)
      moveLinks(desk, other, gone, into, evidence);
  setStatus(desk, gone, "removed", evidence);
}

/** Of two names that several entries have, those of one kind are meant. */
function whoAreThey(
  hearing: Hearing,
  statement: MergeStatement,
): readonly [gone: Entry, into: Entry] | undefined {
  const hint = lookUp(hearing, statement.into, undefined).entry?.kind;
  const gone =
    (hint && lookUp(hearing, statement.subject, hint).entry) ?? whoIs(hearing, statement.subject, undefined);
  if (!gone) return undefined;
  const into = lookUp(hearing, statement.into, gone.kind).entry ?? whoIs(hearing, statement.into, undefined);
  return into && [gone, into];
}

function refusal({ schema }: Hearing, gone: Entry, into: Entry): Note | undefined {
  const refuse = (reason: string, hint: string): Note => ({ type: "invalid", name: gone.name, reason, hint });
  if (gone.id === into.id)
    return refuse(`That is one and the same, ${into.name}`, "Name the two that should become one.");
  if (gone.kind !== into.kind) {
    const kinds = `${gone.name} is a ${kindLabel(gone.kind, schema)} and ${into.name} a ${kindLabel(into.kind, schema)}`;
    return refuse(kinds, "Only two of a kind can become one.");
  }
  if (gone.kind !== "relationship") return undefined;
  return refuse(
    "Relationships become one by themselves when their characters do",
    "Delete the one that is not needed.",
  );
}

/** `into` with what it lacks, its joined lists, the other's name among its own, and a status of the two that says more. */
function takeIn(
  hearing: Hearing,
  into: Entry,
  gone: Entry,
  takes: readonly string[],
  evidence: Evidence | undefined,
): Entry {
  const { desk } = hearing;
  let entry = into;
  const apart = (into.links[NOT_SAME] ?? []).filter((id) => id !== gone.id);
  entry = setLinks(desk, entry, NOT_SAME, apart);
  for (const field of new Set([...Object.keys(gone.facts), ...Object.keys(gone.links)]))
    if (!NEVER_TAKEN.includes(field)) entry = takeField(hearing, entry, gone, field, takes.includes(field));
  entry = joinAliases(hearing, entry, gone, evidence);
  return entry.status === "draft" && gone.status === "confirmed"
    ? setStatus(desk, entry, "confirmed", evidence)
    : entry;
}

function takeField(hearing: Hearing, into: Entry, gone: Entry, field: string, taken: boolean): Entry {
  const { desk } = hearing;
  const [mine, theirs] = [into.facts[field], gone.facts[field]];
  const ids = (gone.links[field] ?? []).filter((id) => id !== into.id);
  const allIds = [...(into.links[field] ?? []), ...ids];
  if (!theirs) return mine ? into : setLinks(desk, into, field, allIds);
  if (!mine) return setLinks(desk, takeFact(desk, into, field, theirs), field, ids);
  if (Array.isArray(mine.value) && Array.isArray(theirs.value)) {
    const list = fitting(hearing, into, field, joinLists(mine.value, theirs.value));
    return list ? setLinks(desk, takeFact(desk, into, field, { ...mine, value: list }), field, allIds) : into;
  }
  if (saysTheSame(mine.value, theirs.value)) return takeLater(desk, into, field, mine, theirs);
  if (!taken) return into;
  return setLinks(desk, takeFact(desk, into, field, theirs), field, ids);
}

/** What the field becomes later in the story, where both begin alike; of the same scene on, what is there already. */
function takeLater(desk: Desk, into: Entry, field: string, mine: Fact, theirs: Fact): Entry {
  const known = new Set(mine.later?.map((each) => each.from_id));
  const more = theirs.later?.filter((each) => !known.has(each.from_id)) ?? [];
  const later = [...(mine.later ?? []), ...more].slice(0, MAX_LATER);
  return more.length === 0 ? into : takeFact(desk, into, field, { ...mine, later });
}

/** Both entries' other names, and the name of the one that goes. */
function joinAliases(hearing: Hearing, into: Entry, gone: Entry, evidence: Evidence | undefined): Entry {
  const theirs = gone.facts.aliases;
  const stays = fieldNames(into.kind).includes("aliases") && keepsAlias(gone, into.name);
  if (!theirs && !stays) return into;
  const names = [...listOf(theirs?.value), ...(stays ? [gone.name] : [])];
  const all = joinLists([into.name, ...listOf(into.facts.aliases?.value)], names).slice(1);
  const list = all.length > 0 ? fitting(hearing, into, "aliases", all) : undefined;
  if (list === undefined) return into;
  const alone = theirs && deepEqual(list, theirs.value);
  return alone
    ? takeFact(hearing.desk, into, "aliases", theirs)
    : setFact(hearing.desk, into, "aliases", list, evidence);
}

/** The list as its field takes it; one that is too long is noted, and the field stays as it was. */
function fitting(
  hearing: Hearing,
  entry: Entry,
  field: string,
  list: readonly string[],
): FactValue | undefined {
  const check = checkField(entry.kind, field, [...list], hearing.schema);
  if (check.ok) return check.value;
  hearing.notes.push({ type: "invalid", name: entry.name, reason: check.reason, hint: check.hint });
  return undefined;
}

/** Casts, places and owners: the name and the link of the other become those of `into`, without doubles. */
function moveLinks(
  desk: Desk,
  dependant: Entry,
  gone: Entry,
  into: Entry,
  evidence: Evidence | undefined,
): void {
  let entry = dependant;
  for (const [field, ids] of linksTo(dependant, gone.id)) {
    const value = exchangeName(entry.facts[field]?.value, gone.name, into.name);
    entry = setFact(desk, entry, field, Array.isArray(value) ? joinLists([], value) : value, evidence);
    const moved = ids.map((id) => (id === gone.id ? into.id : id));
    entry = setLinks(desk, entry, field, moved);
    if (dependant.kind === "scene" && field === "location")
      showInHeading(desk, entry, gone.name, into.name, evidence);
  }
}

const listOf = (value: FactValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);
