import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { countWords } from "../../domain/bible/describe.ts";
import { fieldNames } from "../../domain/bible/field-check.ts";
import { fieldLabel, fieldWords, firstUpper, kindLabel, pluralOf } from "../../domain/bible/kind-words.ts";
import { countOf, ENTRY_KINDS, type EntryKind, isBuiltIn } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { kindsOf } from "../../domain/bible/schema-words.ts";
import type { Offer } from "../../domain/choice.ts";
import { schemaOf } from "../../domain/project.ts";
import { mayActAs } from "../../domain/role.ts";
import { wordList } from "../../lib/word-list.ts";
import { fieldLine } from "./field-line.ts";
import { kindFirst } from "./read-definition.ts";
import { ADD_OFFERS, addFieldOffer } from "./schema-offers.ts";

/** What a film's bible holds: all that was added to the kinds, or one kind with every field it has. */
export function showSchema(turn: Turn, words: string): Outcome {
  const own = schemaOf(turn.project);
  const { blocks, offers } =
    words.trim() === "" ? everyKind(turn, own) : oneKind(turn, own, kindFirst(own, words).kind);
  const producer = mayActAs(turn.person.role, "producer");
  return { blocks: producer ? [...blocks, { type: "offers", offers }] : blocks };
}

interface Shown {
  readonly blocks: readonly DraftBlock[];
  readonly offers: readonly Offer[];
}

function everyKind(turn: Turn, own: ProjectSchema): Shown {
  const plurals = wordList(ENTRY_KINDS.map((kind) => pluralOf(kind)));
  const lists = kindsOf(own).flatMap((kind): DraftBlock[] => {
    const items = addedLines(own, kind);
    if (items.length === 0 && isBuiltIn(kind)) return [];
    return [
      {
        type: "list",
        title: titleOf(turn, own, kind),
        items: items.length > 0 ? items : ["name, description and notes"],
      },
    ];
  });
  const text =
    lists.length === 0
      ? `Every film has ${plurals}. Nothing was added for this one yet; /schema character shows what a character has.`
      : `Every film has ${plurals}. This one has these beside; /schema and a kind shows all its fields.`;
  return { blocks: [{ type: "text", text }, ...lists], offers: ADD_OFFERS };
}

function oneKind(turn: Turn, own: ProjectSchema, kind: EntryKind): Shown {
  const items = addedLines(own, kind);
  const given = fieldNames(kind).map((field) => fieldWords(field, kind));
  const [field] = own.fields.filter((each) => each.kind === kind);
  const how = field === undefined ? "" : `\nTo change a field: /schema field change ${kind} ${field.name}`;
  return {
    blocks: [
      { type: "text", text: `**${titleOf(turn, own, kind)}**\nFrom the start: ${wordList(given)}.${how}` },
      ...(items.length > 0 ? [{ type: "list" as const, title: "Set for this film", items }] : []),
    ],
    offers: [addFieldOffer(kind, own, "Add a field")],
  };
}

/** What a film requires and adds of a kind, one line each. */
function addedLines(own: ProjectSchema, kind: EntryKind): string[] {
  const needed = own.required.flatMap((path) =>
    path.startsWith(`${kind}.`)
      ? `${fieldLabel(path.slice(kind.length + 1), kind, own)}, must be filled in`
      : [],
  );
  const added = own.fields
    .filter((field) => field.kind === kind)
    .map((field) => `${fieldLine(field)}${field.required ? ", must be filled in" : ""}`);
  return [...needed, ...added];
}

function titleOf(turn: Turn, own: ProjectSchema, kind: EntryKind): string {
  const aliases = own.kinds.find((each) => each.name === kind)?.aliases ?? [];
  const called = aliases.length > 0 ? `, also called ${wordList(aliases, 6, "or")}` : "";
  return `${firstUpper(kindLabel(kind, own))} (${countWords(countOf(turn.counts, kind), kind, own)}${called})`;
}
