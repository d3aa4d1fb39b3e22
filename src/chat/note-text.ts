import { fieldLabel, pluralOf, possessive } from "../domain/bible/describe.ts";
import type { Note } from "../domain/bible/note.ts";
import { valueText } from "../domain/bible/value-text.ts";
import { type ErrorCode, UserError } from "../domain/errors.ts";
import { wordList } from "../lib/word-list.ts";
import { slashOf } from "./entry-offers.ts";

/** What could not be written as it was said, and what to do about it, as two sentences. */
export const noteText = (note: Note): string => wordsOf(note).join(" ");

/** The same as an error, where a command stands or falls as a whole. */
export function noteError(note: Note): UserError {
  const [reason, hint] = wordsOf(note);
  return new UserError(CODES[note.type] ?? "invalid", reason, hint);
}

const CODES: Partial<Record<Note["type"], ErrorCode>> = {
  unknown: "not_found",
  ambiguous: "conflict",
  locked: "blocked",
  taken: "conflict",
  withheld: "blocked",
};

function wordsOf(note: Note): readonly [reason: string, hint: string] {
  switch (note.type) {
    case "unknown":
      return unknown(note);
    case "twin":
      return [
        `${note.name} and ${note.other_name} may be one and the same: ${note.reason}.`,
        "Merge them, or tell me they are two.",
      ];
    case "ambiguous":
      return [
        `Which ${note.name} do you mean: ${wordList(note.candidates, 8, "or")}?`,
        "Say it again with the whole name.",
      ];
    case "conflict":
      return [
        `I have ${possessive(note.entry.name)} ${fieldLabel(note.field).toLowerCase()} as ${valueText(note.kept)}, and now you say ${valueText(note.said)}.`,
        "Say which one holds.",
      ];
    case "absent": {
      const what = note.field.replaceAll("_", " ");
      return note.value === undefined
        ? [`I have no ${what} for ${note.name}.`, "So nothing changes."]
        : [
            `${possessive(note.name)} ${what} is not ${valueText(note.value)}, as far as I know.`,
            "So nothing changes.",
          ];
    }
    case "invalid":
      return [`${note.reason}.`, note.hint];
    case "locked":
      return [
        `${note.name} is locked${note.by === undefined ? "" : ` by ${note.by}`}, so nothing changes.`,
        `A producer takes the lock off with ${slashOf(note.kind)} unlock "${note.name}".`,
      ];
    case "kept":
      return [
        `I kept the ${note.field.replaceAll("_", " ")} of ${note.name}, which a person confirmed.`,
        "Say what it should be to change it.",
      ];
    case "taken":
      return [
        `Another ${note.kind} is called ${note.name} already.`,
        "Choose another name, or rename that one first.",
      ];
    case "same":
      return [`I have ${note.name} down like that already.`, "Say what is different, or open Edit."];
    case "nobody":
      return nobody(note);
    case "untied":
      return [
        `I have nothing of the kind between ${note.from} and ${note.to}.`,
        "Ask me how they are related to see what I have.",
      ];
    case "unlinked":
      return unlinked(note);
    case "withheld":
      return [`${note.name} is not in the bible yet.`, `Say it again once ${pluralOf(note.kind)} are open.`];
  }
}

function unknown({
  kind,
  name,
  near,
  statement,
  offered,
}: Note & { type: "unknown" }): readonly [string, string] {
  if (near) return [`I do not know a ${kind ?? near.kind} called ${name}.`, `Did you mean ${near.name}?`];
  if (kind !== undefined && statement?.type === "remove")
    return [`There is no ${kind} called ${name}.`, `${slashOf(kind)} lists those there are.`];
  if (kind === undefined)
    return [`Nothing in this bible is called ${name}.`, "Check the name, or ask me for the list."];
  if (offered) return [`I do not know a ${kind} called ${name}.`, "Shall I add them, with what you said?"];
  const how =
    kind === "scene" ? "begin a message with its slug line" : `say “create a ${kind} named ${name}”`;
  return [`I do not know a ${kind} called ${name}.`, `To add one, ${how}.`];
}

function nobody({ group: { by, value } }: Note & { type: "nobody" }): readonly [string, string] {
  if (by === "group")
    return [`Nobody is in the ${value} yet.`, `To put somebody in, say “Sarah and Tom are in the ${value}”.`];
  if (by === "occupation")
    return [`No character has the job ${value} yet.`, `Say who has, like “Sarah's job is ${value}”.`];
  if (by === "scene")
    return [`Nobody is in the ${value} yet.`, `To put somebody in, say “add Sarah to the ${value}”.`];
  return ["There are no characters yet.", "To add one, say “create a character named Sarah”."];
}

function unlinked({ name, names }: Note & { type: "unlinked" }): readonly [string, string] {
  const one = names.length === 1;
  return [
    `${wordList(names)} ${one ? "is" : "are"} in ${name} by name only.`,
    `Add ${one ? `${names[0]} as a character` : "them as characters"} and I tie them to it.`,
  ];
}
