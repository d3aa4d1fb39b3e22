import { ellipsis } from "../../lib/ellipsis.ts";
import type { Change, FieldChange } from "./change.ts";
import { inOrder } from "./describe.ts";
import type { Entry } from "./entry.ts";
import { fieldWords } from "./kind-words.ts";
import type { ProjectSchema } from "./project-schema.ts";
import { factText, valueText } from "./value-text.ts";

const VALUE_CHARS = 80;
/** How many fields a line tells before it counts the rest. */
const FIELDS = 4;
/** What a relationship's name says already. */
const TIE_FIELDS: readonly string[] = ["name", "from", "to", "type"];

/** What a change did, as the end of a sentence that begins with the entry's name: "made, age 28", "age 28 → 29". */
export function changeWords(change: Change, own?: ProjectSchema): string {
  const { action, before, after } = change;
  if (action === "removed") return "taken out";
  const told = fieldsTold(change, own);
  if (action === "restored") return joined("brought back", told);
  if (action === "created") return joined("made", told);
  if (action === "merged") return joined("joined with another", told);
  const renamed = before && after && before.name !== after.name && change.kind !== "relationship";
  const words = [...(renamed ? [`called ${before.name} before`] : []), ...stateWords(before, after), told];
  return words.filter((each) => each !== "").join(", ") || "tied to others anew";
}

const joined = (verb: string, told: string): string => (told === "" ? verb : `${verb}, ${told}`);

/** What was said of an entry as a whole. */
function stateWords(before: Entry | null, after: Entry | null): string[] {
  if (!before || !after) return [];
  if (before.status !== after.status) {
    if (after.status === "locked") return ["locked"];
    if (before.status === "locked") return ["unlocked"];
    return [after.status === "draft" ? "a draft again" : after.status];
  }
  return [];
}

function fieldsTold(change: Change, own: ProjectSchema | undefined): string {
  const { kind, action, before, after } = change;
  const said = kind === "relationship" && action === "created" ? TIE_FIELDS : ["name"];
  const laters = Object.keys(after?.facts ?? {}).filter(
    (field) => before?.facts[field]?.later !== after?.facts[field]?.later && !(field in change.fields),
  );
  const fields = inOrder(
    kind,
    Object.keys(change.fields).filter((field) => !said.includes(field)),
    own,
  );
  const words = [
    ...fields.map((field) => `${fieldWords(field, kind, own)} ${valuesTold(change.fields[field] ?? {})}`),
    ...(action === "updated" ? laters : []).flatMap((field) => laterTold(field, change, own)),
  ];
  const rest = words.length - FIELDS;
  return [...words.slice(0, FIELDS), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}

function laterTold(field: string, { kind, before, after }: Change, own: ProjectSchema | undefined): string[] {
  const [old, now] = [before?.facts[field], after?.facts[field]];
  const told = now === undefined ? "" : factText(now);
  return now === undefined || old === undefined || told === factText(old)
    ? []
    : [`${fieldWords(field, kind, own)} ${ellipsis(told, VALUE_CHARS)}`];
}

function valuesTold({ before, after }: FieldChange): string {
  const [old, now] = [before, after].map((value) =>
    value === undefined ? undefined : ellipsis(valueText(value), VALUE_CHARS),
  );
  if (old === undefined) return now ?? "";
  return `${old} → ${now ?? "nothing"}`;
}
