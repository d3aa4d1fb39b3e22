import type { Mention, Statement } from "../reading/reading.ts";
import { createOn, current, freeName, setFact, setLinks, setName } from "./desk.ts";
import type { Entry } from "./entry.ts";
import { checkField } from "./field-check.ts";
import { evidenceAt, type Hearing, lookUp, mayChange, whoIs } from "./hearing.ts";
import {
  endedWith,
  endsBy,
  type RelationshipType,
  relationshipName,
  relationshipNames,
} from "./relations.ts";
import { removeEntry } from "./remove-entry.ts";
import { writeField } from "./write-field.ts";

type RelationshipStatement = Statement & { type: "relationship" };

/** Ties two characters, or takes their tie out where it is said to have ended. The same tie said again, from either side, is the one there is. */
export function stateRelationship(hearing: Hearing, statement: RelationshipStatement): void {
  if (statement.ends === true) {
    endTie(hearing, statement);
    return;
  }
  const known = [statement.from, statement.to].map((end) => lookUp(hearing, end, "character").entry);
  const [oneEnd, otherEnd] = known;
  const between = (type: RelationshipType | undefined) =>
    oneEnd && otherEnd && type && tieBetween(hearing, oneEnd, otherEnd, type);
  const tie = between(statement.relation) ?? turned(hearing, between(endsBy(statement.relation)), statement);
  if (tie) describe(hearing, tie, statement);
  else if (hearing.withhold.includes("relationship")) {
    const name = relationshipName(statement.from.name, statement.to.name, statement.relation);
    const people = [statement.from.name, statement.to.name].filter((_name, end) => known[end] === undefined);
    hearing.notes.push({ type: "withheld", name, kind: "relationship", people });
  } else makeTie(hearing, statement);
}

function endTie(hearing: Hearing, statement: RelationshipStatement): void {
  const from = whoIs(hearing, statement.from, "character");
  const to = whoIs(hearing, statement.to, "character");
  if (!from || !to) return;
  const over = endedWith(statement.relation).flatMap((type) => tieBetween(hearing, from, to, type) ?? []);
  for (const tie of over) removeEntry(hearing, tie, evidenceAt(hearing, statement.span));
  if (over.length === 0) hearing.notes.push({ type: "untied", from: from.name, to: to.name });
}

/** A marriage that became a divorce: the tie stays one, under its new type. */
function turned(
  hearing: Hearing,
  tie: Entry | undefined,
  { relation, span }: RelationshipStatement,
): Entry | undefined {
  if (!tie || !mayChange(hearing, tie)) return tie;
  const { desk } = hearing;
  const [from, to] = [String(tie.facts.from?.value), String(tie.facts.to?.value)];
  const evidence = evidenceAt(hearing, span);
  const named = setName(
    desk,
    tie,
    freeName(desk, "relationship", relationshipName(from, to, relation)),
    evidence,
  );
  return setFact(desk, named, "type", relation, evidence);
}

function makeTie(hearing: Hearing, statement: RelationshipStatement): void {
  const from = endOf(hearing, statement, statement.from);
  const to = endOf(hearing, statement, statement.to);
  if (!from || !to) return;
  if (from.id === to.id) {
    const reason = `${from.name} cannot be the ${statement.relation} of ${from.name}`;
    hearing.notes.push({ type: "invalid", name: from.name, reason, hint: "Name two different characters." });
    return;
  }
  const { desk } = hearing;
  const evidence = evidenceAt(hearing, statement.span);
  const name = freeName(desk, "relationship", relationshipName(from.name, to.name, statement.relation));
  let tie = createOn(desk, "relationship", name, evidence);
  tie = setFact(desk, tie, "from", from.name, evidence);
  tie = setFact(desk, tie, "to", to.name, evidence);
  tie = setFact(desk, tie, "type", statement.relation, evidence);
  tie = setLinks(desk, setLinks(desk, tie, "from", [from.id]), "to", [to.id]);
  writeDetails(hearing, tie, statement);
}

function describe(hearing: Hearing, tie: Entry, statement: RelationshipStatement): void {
  const before = hearing.desk.stored.get(tie.id) ?? tie;
  const says = ["description", "secret", "since"].some((detail) => Object.hasOwn(statement, detail));
  if (says && mayChange(hearing, tie)) writeDetails(hearing, tie, statement);
  if (current(hearing.desk, tie) === before) {
    hearing.notes.push({ type: "same", name: tie.name, kind: "relationship", entry_id: tie.id });
  }
}

/** What is said of a tie beside its type. The scene it begins in is written as the bible names it. */
function writeDetails(hearing: Hearing, tie: Entry, statement: RelationshipStatement): void {
  const { description, secret, since } = statement;
  const scene = since === undefined ? undefined : hearing.desk.names.find(since, "scene");
  const details = { description, secret, since: scene?.type === "one" ? scene.entry.name : since };
  const evidence = evidenceAt(hearing, statement.span);
  for (const [field, said] of Object.entries(details))
    if (said !== undefined) writeField(hearing, current(hearing.desk, tie), field, said, evidence);
}

/** An end that no entry has is made when the tie was asked for, and noted when it was only mentioned. */
function endOf(hearing: Hearing, statement: RelationshipStatement, mention: Mention): Entry | undefined {
  const found = lookUp(hearing, mention, "character");
  if (found.entry?.kind === "character") return found.entry;
  if (found.entry) {
    const reason = `${found.entry.name} is a ${found.entry.kind}`;
    hearing.notes.push({
      type: "invalid",
      name: found.entry.name,
      reason,
      hint: "Relationships tie two characters.",
    });
    return undefined;
  }
  if (found.candidates || !statement.explicit) return whoIs(hearing, mention, "character");
  const check = checkField("character", "name", mention.name);
  if (check.ok)
    return createOn(hearing.desk, "character", String(check.value), evidenceAt(hearing, statement.span));
  hearing.notes.push({ type: "invalid", name: mention.name, reason: check.reason, hint: check.hint });
  return undefined;
}

function tieBetween(
  hearing: Hearing,
  from: Entry,
  to: Entry,
  type: RelationshipStatement["relation"],
): Entry | undefined {
  const ends = (entry: Entry) => [entry.links.from?.[0], entry.links.to?.[0]];
  return relationshipNames(from.name, to.name, type)
    .map((name) => hearing.desk.names.named(name, "relationship"))
    .find((entry) => entry !== undefined && ends(entry).includes(from.id) && ends(entry).includes(to.id));
}
