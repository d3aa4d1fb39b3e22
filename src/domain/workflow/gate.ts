import { wordList } from "../../lib/word-list.ts";
import { aKind } from "../bible/kind-words.ts";
import type { EntryKind } from "../bible/kinds.ts";
import { schemaOf } from "../project.ts";
import type { Film } from "./film.ts";
import { missingOf, missingText } from "./needs.ts";
import { detailed } from "./offer-details.ts";
import { waiveGateOffer } from "./offers.ts";
import type { Verdict } from "./refusal.ts";
import { best, gateWays } from "./ways.ts";

export type Gate = Verdict;

/** Whether an entry of this kind may be made now. A refusal names and counts what is missing, and offers what leads there. */
export function checkGate(film: Film, kind: EntryKind): Gate {
  const gate = film.workflow.gates.find((candidate) => candidate.kind === kind);
  if (!gate || film.project.waived_gates?.[kind]) return { ok: true };
  const open = missingOf(gate.needs, film);
  if (open.length === 0) return { ok: true };
  const own = schemaOf(film.project);
  const missing = open.map((need) => missingText(need, film));
  const reason = `I cannot make ${aKind(kind, own)} yet. ${gate.because}: this project has ${wordList(missing)}.`;
  const waive = waiveGateOffer(kind, own);
  const ways = best(gateWays(kind, open, film)).filter(({ label }) => label !== waive.label);
  return {
    ok: false,
    reason,
    missing,
    offers: [...ways.slice(0, 3), waive].map((offer) => detailed(film, offer)),
  };
}
