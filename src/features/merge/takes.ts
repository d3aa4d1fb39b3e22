import { entryAction } from "../../chat/entry-offers.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { fieldLabel, possessive } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import type { Offer } from "../../domain/choice.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { differing } from "./compare.ts";

interface Two {
  readonly gone: Entry;
  readonly into: Entry;
}

/** More fields than this are chosen in a form. */
const MAX_BUTTONS = 3;
const LABEL_CHARS = 80;
const OPTION_CHARS = 90;
const NONE = "-";
const CHOOSE = "?";

/** What a press or a form says of the fields to take: nothing yet, that it wants to choose, or which. */
export type TakesWanted = "open" | "choose" | readonly string[];

/** Reads what `takesText` wrote. */
export function readTakes(text: string): TakesWanted {
  const words = text.trim();
  if (words === "") return "open";
  if (words === CHOOSE) return "choose";
  return words === NONE ? [] : words.split(",");
}

const takesText = (takes: readonly string[]): string => (takes.length === 0 ? NONE : takes.join(","));

/** What a person confirmed is not lost to what Backlot made up. */
export const confirmedOver = (two: Two): string[] =>
  differing(two).filter(
    (field) => two.into.facts[field]?.status === "proposed" && two.gone.facts[field]?.status === "confirmed",
  );

/** For each field in which the two differ, the other value to have; in a form when they are many. */
export function takeOffers(two: Two, takes: readonly string[], own: ProjectSchema): Offer[] {
  const { gone, into } = two;
  const fields = differing(two);
  const offer = (label: string, description: string, text: string): Offer => ({
    label: ellipsis(label, LABEL_CHARS),
    description,
    category: "alternative",
    action: entryAction(into.kind, { action: "merge", id: gone.id, name: into.id, text }),
  });
  if (fields.length > MAX_BUTTONS)
    return [offer("Choose field by field", `They differ in ${fields.length} fields`, CHOOSE)];
  return fields.map((field) => {
    const taken = takes.includes(field);
    const [whose, rest] = taken ? [into, takes.filter((each) => each !== field)] : [gone, [...takes, field]];
    const label = `Take ${possessive(whose.name)} ${fieldLabel(field, into.kind, own).toLowerCase()}`;
    return offer(label, shown(whose, field), takesText(rest));
  });
}

/** Both values of each field in which the two differ, to choose between; `takes` are chosen already. */
export function takesForm({ gone, into }: Two, takes: readonly string[], own: ProjectSchema): DraftBlock {
  const fields = differing({ gone, into }).map((field) => {
    const [keep, take] = [option("Keep", into, field), option("Take", gone, field)];
    return {
      name: field,
      label: fieldLabel(field, into.kind, own),
      input: "select" as const,
      value: takes.includes(field) ? take : keep,
      options: [keep, take],
    };
  });
  return {
    type: "ask_form",
    title: `What ${into.name} keeps, and what comes from ${gone.name}`,
    fields,
    action: entryAction(into.kind, { action: "merge", id: gone.id, name: into.id }),
  };
}

/** The fields that a form takes. One page of a long form may come alone: what it leaves out stays as it was. */
export function takesOf(
  values: Readonly<Record<string, string>>,
  before: readonly string[],
): readonly string[] {
  const taken = Object.entries(values).flatMap(([field, value]) => (value.startsWith("Take") ? field : []));
  return [...before.filter((field) => !(field in values)), ...taken];
}

const option = (verb: "Keep" | "Take", entry: Entry, field: string): string =>
  ellipsis(`${verb} ${shown(entry, field)}`, OPTION_CHARS);

const shown = (entry: Entry, field: string): string => {
  const value = entry.facts[field]?.value;
  return value === undefined ? "nothing" : ellipsis(valueText(value).replace(/\s+/g, " "), OPTION_CHARS);
};
