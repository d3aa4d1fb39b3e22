import { pluralOf } from "../bible/kind-words.ts";
import { resolveKind } from "../bible/schema-words.ts";
import { type Project, schemaOf } from "../project.ts";
import type { Film } from "./film.ts";
import type { Refusal } from "./refusal.ts";
import { find, type Move } from "./transitions.ts";
import { waysForward } from "./ways.ts";

/**
 * A producer opens the making of a kind of entry for good: `move.step` names the kind. Undefined when it names none that
 * this film guards (a step's id goes first).
 */
export function waiveGate(
  film: Film,
  move: Move,
): { readonly ok: true; readonly project: Project; readonly said: string } | Refusal | undefined {
  if (find(film, move.step)) return undefined;
  const own = schemaOf(film.project);
  const kind = resolveKind(move.step, own);
  const gate = film.workflow.gates.find((each) => each.kind === kind);
  if (kind === undefined || !gate) return undefined;
  const things = pluralOf(kind, own);
  if (film.project.waived_gates?.[kind]) return refuse(film, `Making ${things} is open already.`);
  const reason = move.reason?.trim().slice(0, 400);
  if (!reason)
    return refuse(
      film,
      `Say why ${things} may be made before their time, for example: /workflow override ${kind} "we start from the script"`,
    );
  const { by, by_name, at } = move;
  const said = { by, ...(by_name === undefined ? {} : { by_name }), at, reason };
  return {
    ok: true,
    project: { ...film.project, waived_gates: { ...film.project.waived_gates, [kind]: said } },
    said: `${things.charAt(0).toUpperCase()}${things.slice(1)} may be made now.`,
  };
}

const refuse = (film: Film, reason: string): Refusal => ({
  ok: false,
  reason,
  missing: [],
  offers: waysForward(film),
});
