import { talkTables } from "./0001-talk-tables.ts";
import { bibleTables } from "./0002-bible-tables.ts";
import { talkFunctions } from "./0003-talk-functions.ts";
import { bibleFunctions } from "./0004-bible-functions.ts";
import { turnFunction } from "./0005-turn-function.ts";
import { operationFunctions } from "./0006-operation-functions.ts";
import { wholeRows } from "./0007-whole-rows.ts";
import { openPoints } from "./0008-open-points.ts";
import { history } from "./0009-history.ts";
import { soundKeys } from "./0010-sound-keys.ts";
import { jobKeys } from "./0011-job-keys.ts";
import { functionsAnew } from "./0012-functions-anew.ts";
import { tallies } from "./0014-tallies.ts";
import { hookRuns } from "./0015-hook-runs.ts";
import { rounds } from "./0016-rounds.ts";
import { workflowDefinitions } from "./0017-workflow-definitions.ts";
import { pauses } from "./0018-pauses.ts";
import { targets } from "./0019-targets.ts";
import { inputs } from "./0020-inputs.ts";
import { tries } from "./0021-tries.ts";
import { itemsTogether } from "./0022-items-together.ts";
import { bindings } from "./0023-bindings.ts";
import { touchedSessions } from "./0024-touched-sessions.ts";
import { outgoing } from "./0025-outgoing.ts";
import { hearing } from "./0026-hearing.ts";
import { installations } from "./0027-installations.ts";
import { leases } from "./0028-leases.ts";
import { usage } from "./0030-usage.ts";
import { usageWithItems } from "./0034-usage-with-items.ts";
import { talkTurns } from "./0035-talk-turns.ts";
import { outcomes } from "./0037-outcomes.ts";
import { heldOutcomes } from "./0038-held-outcomes.ts";
import { wordsAsAnswered } from "./0041-words-as-answered.ts";

/**
 * In the order they run, each once and whole. What has been released is never edited: a change of a table or a function
 * is a new migration at the end.
 */
export const MIGRATIONS: Readonly<Record<string, readonly string[]>> = {
  "0001-talk-tables": talkTables,
  "0002-bible-tables": bibleTables,
  "0003-talk-functions": talkFunctions,
  "0004-bible-functions": bibleFunctions,
  "0005-turn-function": turnFunction,
  "0006-operation-functions": operationFunctions,
  "0007-whole-rows": wholeRows,
  "0008-open-points": openPoints,
  "0009-history": history,
  "0010-sound-keys": soundKeys,
  "0011-job-keys": jobKeys,
  "0012-functions-anew": functionsAnew,
  "0014-tallies": tallies,
  "0015-hook-runs": hookRuns,
  "0016-rounds": rounds,
  "0017-workflow-definitions": workflowDefinitions,
  "0018-pauses": pauses,
  "0019-targets": targets,
  "0020-inputs": inputs,
  "0021-tries": tries,
  "0022-items-together": itemsTogether,
  "0023-bindings": bindings,
  "0024-touched-sessions": touchedSessions,
  "0025-outgoing": outgoing,
  "0026-hearing": hearing,
  "0027-installations": installations,
  "0028-leases": leases,
  "0030-usage": usage,
  "0034-usage-with-items": usageWithItems,
  "0035-talk-turns": talkTurns,
  "0037-outcomes": outcomes,
  "0038-held-outcomes": heldOutcomes,
  "0041-words-as-answered": wordsAsAnswered,
};
