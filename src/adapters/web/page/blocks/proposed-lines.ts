import { MOST_POINTS } from "../api/client.ts";
import type { BlockOf, Point } from "../api/wire.ts";

export type ProposedLine = BlockOf<"proposal">["lines"][number];

/** What a proposal says of one entry. */
export interface ProposedEntryLines {
  readonly kind: string;
  readonly name: string;
  readonly action: ProposedLine["action"];
  readonly lines: readonly ProposedLine[];
}

/** Lines by entry, in the order in which the entries come up. An entry that is new is new in all its lines. */
export function groupLines<L extends ProposedLine>(
  lines: readonly L[],
): readonly (ProposedEntryLines & { readonly lines: readonly L[] })[] {
  const groups = Map.groupBy(lines, ({ kind, name }) => `${kind} ${name.toLowerCase()}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const whole = own.find(({ action }) => action !== "updated");
    return [{ kind: first.kind, name: first.name, action: whole?.action ?? "updated", lines: own }];
  });
}

/**
 * A message keeps its proposal as it was put; what became of the parts since is known from what still waits. A proposal
 * that is not among a full list may only lie further back.
 */
export function latestLines(
  { point_id, lines }: BlockOf<"proposal">,
  points: readonly Point[] | undefined,
): { readonly lines: readonly ProposedLine[]; readonly waits: boolean } {
  const point = points?.find(({ id }) => id === point_id);
  if (point?.asks.type === "proposal") {
    const states = new Map(point.asks.items.map(({ id, state }) => [id, state]));
    return {
      lines: lines.map((line) => ({ ...line, state: states.get(line.id) ?? line.state })),
      waits: true,
    };
  }
  const unknown = points === undefined || points.length >= MOST_POINTS;
  return { lines, waits: unknown && lines.some(({ state }) => state === "open") };
}

/** The heading without "Nothing is saved yet.": a mark beside it says so, and says when it holds no more. */
export function bareTitle(title: string): string {
  const bare = title.replace(/\s*Nothing(?: of it)? is \w+ yet\.?$/i, "").replace(/\.$/, "");
  return bare === "" ? title : bare;
}
