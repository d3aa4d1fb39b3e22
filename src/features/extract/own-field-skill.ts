import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { fieldShape } from "../../domain/bible/field-check.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import type { CustomField } from "../../domain/bible/project-schema.ts";
import { wordsOfField } from "../../domain/bible/schema-words.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Reading, Statement } from "../../domain/reading/reading.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { ExtractParts } from "./parts.ts";
import { createExtractSkill } from "./skill.ts";

const MAX_CHARS = 160;
const FOUND_LIMIT = 20;
/** "Sarah's blood type is Z". */
const WHOSE =
  /^\s*(?:the\s+)?(?<name>.{1,60}?)(?:['’]s|(?<=s)['’])\s+(?<field>.{1,40}?)\s+(?:is|are)\s+(?<value>.{1,60}?)[.!]*\s*$/di;
/** "The weather in the diner scene is snow". */
const OF =
  /^\s*(?:the\s+)?(?<field>.{1,40}?)\s+(?:of|in|for)\s+(?<name>.{1,60}?)\s+(?:is|are)\s+(?<value>.{1,60}?)[.!]*\s*$/di;
/** Takes back, or only wonders. */
const UNSURE = /^(?:not|no|never|maybe|perhaps|probably|still|unknown|tbd|wrong|missing|too)\b|\?/i;

/**
 * A plain sentence about a field of the film's own that was not read, mostly since its value is none of the choices: then
 * the people hear what would fit instead of nothing.
 */
export function createOwnFieldSkill(parts: ExtractParts): Skill {
  const extract = createExtractSkill(parts);
  const found = new WeakMap<Turn, Statement>();
  return {
    name: "own_field",
    claims: async (turn, reading) => {
      const statement = isEmpty(reading) ? saidIn(turn) : undefined;
      if (statement === undefined || !(await isKnown(parts, turn, statement))) return false;
      found.set(turn, statement);
      return true;
    },
    run: async (turn, reading) => {
      const statement = found.get(turn);
      return statement ? extract.run(turn, { ...reading, statements: [statement] }) : { blocks: [] };
    },
  };
}

const isEmpty = ({ statements, questions, requests, gaps = [], steers }: Reading): boolean =>
  steers !== true && statements.length + questions.length + requests.length + gaps.length === 0;

function saidIn(turn: Turn): (Statement & { type: "entry" }) | undefined {
  const text = turn.message?.text ?? "";
  const { fields } = schemaOf(turn.project);
  if (fields.length === 0 || text.length > MAX_CHARS || /[?\n]/.test(text)) return undefined;
  for (const match of [WHOSE.exec(text), OF.exec(text)]) {
    const { name = "", field = "", value = "" } = match?.groups ?? {};
    const own = fields.find((each) => isCalled(turn, each, field));
    const [nameAt, valueAt] = [match?.indices?.groups?.name, match?.indices?.groups?.value];
    if (!own || !nameAt || !valueAt || UNSURE.test(value)) continue;
    return {
      type: "entry",
      kind: own.kind,
      subject: { name: name.trim(), start: nameAt[0], end: nameAt[1] },
      explicit: false,
      fields: [{ field: own.name, value: value.trim(), start: valueAt[0], end: valueAt[1] }],
      span: { start: nameAt[0], end: valueAt[1] },
    };
  }
  return undefined;
}

/** Of free text nothing can be wrong, and what the reader left of it is no plain sentence. */
function isCalled(turn: Turn, { kind, name }: CustomField, said: string): boolean {
  const schema = schemaOf(turn.project);
  const type = fieldShape(kind, name, schema)?.type;
  if (type !== "select" && type !== "number" && type !== "boolean") return false;
  return wordsOfField(kind, name, schema).some((word) => nameKey(word) === nameKey(said));
}

async function isKnown(
  parts: ExtractParts,
  turn: Turn,
  { subject, kind }: Statement & { type: "entry" },
): Promise<boolean> {
  const entries = await parts.bible.byKeys(turn.project.id, lookupKeys(subject.name), FOUND_LIMIT);
  return createNameIndex(entries).find(subject.name, kind).type !== "none";
}
