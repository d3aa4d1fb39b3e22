import { fieldLabel, possessive } from "../domain/bible/describe.ts";
import { fieldShape } from "../domain/bible/field-check.ts";
import type { EntryKind } from "../domain/bible/kinds.ts";
import type { ProjectSchema } from "../domain/bible/project-schema.ts";
import { valueText } from "../domain/bible/value-text.ts";
import type { Offer } from "../domain/choice.ts";
import type { Asked, Point } from "../domain/points/point.ts";
import { MAKE_ONE_UP, SOMEBODY_NEW } from "../domain/points/read-answer.ts";
import { ellipsis } from "../lib/ellipsis.ts";
import { openAction, proposalBlocks } from "./proposal.ts";
import type { DraftBlock } from "./reply.ts";

const LABEL_CHARS = 70;
/** Text this long is told, not chosen between by its words. */
const VALUE_CHARS = 40;

type Of<T extends Asked["type"]> = Asked & { type: T };

/** A point as it is put to people: one short question, and choices where they exist. */
export function pointBlocks(point: Point, schema: ProjectSchema): DraftBlock[] {
  const { asks } = point;
  if (asks.type === "proposal") return proposalBlocks(point);
  const text = questionText(asks, schema);
  const offers = asks.type === "conflict" ? answers(point, schema) : [...answers(point, schema), skip(point)];
  return [
    { type: "text", text },
    { type: "offers", offers },
  ];
}

/** The question alone, in a sentence. */
export function questionText(asks: Asked, schema: ProjectSchema): string {
  switch (asks.type) {
    case "proposal":
      return asks.title;
    case "which":
      return whichText(asks);
    case "missing":
      return missingText(asks, schema);
    case "name":
      return nameText(asks);
    case "conflict": {
      const what = label(asks.kind, asks.kept_field ?? asks.field, schema);
      return `I have **${possessive(asks.name)}** ${what} as **${short(asks.kept)}**, and now I hear **${short(asks.said)}**. Which one holds?`;
    }
  }
}

function whichText({ name, candidates }: Of<"which">): string {
  const [only, ...others] = candidates;
  if (only && others.length === 0) return `I do not know ${name}. Do you mean **${only.name}**?`;
  const told = candidates
    .slice(0, 4)
    .map((candidate) =>
      candidate.label === ""
        ? candidate.name
        : `${candidate.name} (${ellipsis(candidate.label, VALUE_CHARS)})`,
    );
  const rest = candidates.length - told.length;
  const last = rest > 0 ? `one of ${rest} more` : told.pop();
  return `Which ${name}: ${told.join(", ")}${told.length > 0 ? " or " : ""}${last}?`;
}

const QUESTIONS: Readonly<Record<string, (name: string) => string>> = {
  age: (name) => `How old is ${name}?`,
  age_range: (name) => `About how old is ${name}?`,
  occupation: (name) => `What does ${name} do for a living?`,
  want: (name) => `What does ${name} want?`,
  need: (name) => `What does ${name} need?`,
  motivation: (name) => `What drives ${name}?`,
  location: (name) => `Where does ${name} take place?`,
  summary: (name) => `What happens in ${name}?`,
  time_of_day: (name) => `When is ${name}: day, night, dawn or dusk?`,
  characters: (name) => `Who is in ${name}?`,
};

function missingText({ kind, name, field }: Of<"missing">, schema: ProjectSchema): string {
  const known = QUESTIONS[field];
  if (known) return known(`**${name}**`);
  const shape = fieldShape(kind, field, schema);
  if (shape?.type === "boolean") return `**${name}**: ${label(kind, field, schema)}, yes or no?`;
  return `What is **${possessive(name)}** ${label(kind, field, schema)}?`;
}

function nameText({ statement, wants }: Of<"name">): string {
  if (statement.type === "relationship") {
    const { from, to, description = "" } = statement;
    // "Her sister" is asked for as that, and not as a sibling.
    const relation = /^[\p{L}-]{2,20}$/u.test(description) ? description : statement.relation;
    return wants === "from"
      ? `What is **${possessive(to.name)}** ${relation} called?`
      : `Whose ${relation} is **${from.name}**?`;
  }
  const kind = statement.type === "entry" ? statement.kind : "entry";
  return `What is the new ${kind.replaceAll("_", " ")} called?`;
}

function answers(point: Point, schema: ProjectSchema): Offer[] {
  const { asks, id } = point;
  const answer = (text: string, value: string, description: string, category: Offer["category"]): Offer => ({
    label: ellipsis(text, LABEL_CHARS),
    description,
    category,
    action: openAction("answer", id, { value }),
  });
  switch (asks.type) {
    case "which": {
      const [only, ...others] = asks.candidates;
      if (only && others.length === 0)
        return [
          answer(`Yes, ${only.name}`, only.entry_id, only.label, "alternative"),
          ...(speaksOf(asks)
            ? [answer(`No, ${asks.name} is new`, SOMEBODY_NEW, "Adds them to the bible", "alternative")]
            : []),
        ];
      return asks.candidates.map(({ entry_id, name, label: words }) =>
        answer(name, entry_id, words, "alternative"),
      );
    }
    case "name":
      return [answer("Make one up", MAKE_ONE_UP, "I choose a name that is free", "alternative")];
    case "missing": {
      const shape = fieldShape(asks.kind, asks.field, schema);
      const options =
        shape?.type === "select" ? shape.options : shape?.type === "boolean" ? ["yes", "no"] : [];
      return options.map((option) => answer(option, option, "", "alternative"));
    }
    case "conflict":
      return [
        answer(`Keep ${short(asks.kept)}`, "keep", "Leaves the bible as it is", "alternative"),
        answer(`Change to ${short(asks.said)}`, "change", "The new value takes its place", "alternative"),
        ...(isProse(asks, schema)
          ? [answer("Both are true", "both", "Adds the new to the old", "alternative")]
          : []),
        answer("It changes in the story", "story", "Asks from which scene on", "manual"),
      ];
    default:
      return [];
  }
}

/** Only what is told of somebody can be told of somebody new; nobody new is renamed or taken out. */
const speaksOf = ({ statement }: Of<"which">): boolean =>
  (statement.type === "entry" && (statement.drops ?? []).length === 0) ||
  (statement.type === "relationship" && statement.ends !== true);

const isProse = ({ kind, field }: Of<"conflict">, schema: ProjectSchema): boolean =>
  fieldShape(kind, field, schema)?.type === "paragraph";

const skip = (point: Point): Offer => ({
  label: "Skip",
  description: "Leaves it as it is",
  category: "manual",
  action: openAction("skip", point.id),
});

const short = (value: Of<"conflict">["kept"]): string => ellipsis(valueText(value), VALUE_CHARS);

const label = (kind: EntryKind, field: string, schema: ProjectSchema): string =>
  fieldLabel(field, kind, schema).toLowerCase();
