import { bibleFunctions } from "./0004-bible-functions.ts";
import { operationFunctions } from "./0006-operation-functions.ts";

/**
 * What is in the call already is not sent twice: a change that makes an entry takes its `after` from the entry written
 * a moment before, and an item's feed frame is made of its change. A made-up character is several kilobytes, and reading
 * it as JSON is most of what writing it costs.
 */
const writeBible = replaced(bibleFunctions, "FUNCTION backlot.write_bible(", [
  [
    "undoes, undone, doc, before, after)\n        SELECT * FROM",
    "undoes, undone, doc, before, after)\n        SELECT x.id, x.project_id, x.entry_id, x.session_id, x.turn_id, x.operation_id, x.undoes, x.undone, x.doc, x.before,\n            CASE WHEN x.made THEN (SELECT e.doc FROM backlot.entries e WHERE e.id = x.entry_id) ELSE x.after END\n          FROM",
  ],
  [
    "undone boolean, doc jsonb, before jsonb, after jsonb)",
    "undone boolean, doc jsonb, before jsonb, after jsonb, made boolean)",
  ],
  ["CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"],
]);

const completeItem = replaced(operationFunctions, "FUNCTION backlot.complete_item(", [
  [", p_frame jsonb)", ")"],
  [
    "(op.session_id, p_frame)",
    "(op.session_id, jsonb_build_object('type', 'change', 'change', p_bible->'changes'->0->'doc'))",
  ],
]);

export const saidOnce = [
  writeBible,
  "DROP FUNCTION backlot.complete_item(text, integer, text, text, text, jsonb, jsonb)",
  completeItem,
];

/** An earlier function with parts of it changed. Throws when a part is not there: a migration must not change in silence. */
function replaced(
  functions: readonly string[],
  name: string,
  parts: readonly (readonly [string, string])[],
): string {
  let text = functions.find((candidate) => candidate.includes(name)) ?? "";
  for (const [from, to] of parts) {
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    text = text.replace(from, to);
  }
  return text;
}
