import { nameKey } from "../../lib/name-keys.ts";
import { relationshipName } from "../bible/relations.ts";
import type { Point, ProposedItem } from "./point.ts";
import { resolveMention } from "./resolve-mention.ts";

type Proposal = Point & { asks: { type: "proposal" } };

export const isProposal = (point: Point): point is Proposal => point.asks.type === "proposal";

/** Which open parts "1,3", "2" or "all" (or nothing) mean. */
export function openItems(point: Point, wanted: string): readonly ProposedItem[] {
  if (!isProposal(point)) return [];
  const open = point.asks.items.filter((item) => item.state === "open");
  const words = wanted.toLowerCase().trim();
  if (words === "" || words === "all") return open;
  const ids = new Set(words.split(/[^0-9]+/).filter(Boolean));
  return open.filter((item) => ids.has(item.id));
}

/**
 * The point once these parts are accepted or declined; it is answered when no part is open any more. Without the entry
 * itself its fields cannot be written, so a declined new entry takes its own parts with it.
 */
export function settleItems(
  point: Point,
  items: readonly ProposedItem[],
  state: "accepted" | "declined",
  by: string,
  at: string,
): Point {
  if (!isProposal(point)) return point;
  const ids = new Set(items.map((item) => item.id));
  const dropped = new Set(
    items
      .filter(
        (item) => state === "declined" && item.line.action === "created" && item.line.kind !== "relationship",
      )
      .map((item) => keyOf(item)),
  );
  const settled = point.asks.items.map((item) => {
    const falls = item.state === "open" && (ids.has(item.id) || dropped.has(keyOf(item)));
    return falls ? { ...item, state } : item;
  });
  const done = settled.every((item) => item.state !== "open");
  return {
    ...point,
    asks: { ...point.asks, items: settled },
    ...(done
      ? answered(
          settled.some((item) => item.state === "accepted"),
          by,
          at,
        )
      : {}),
  };
}

/** The point with its open parts under another name, where one of them was given that on being accepted. */
export function renameIn(point: Point, from: string, to: string): Point {
  if (!isProposal(point)) return point;
  const key = nameKey(from);
  const items = point.asks.items.map((item) => {
    if (item.state !== "open") return item;
    const statement = resolveMention(item.statement, from, { name: to });
    const name =
      statement.type === "relationship"
        ? relationshipName(statement.from.name, statement.to.name, statement.relation)
        : nameKey(item.line.name) === key
          ? to
          : item.line.name;
    return { ...item, statement, line: { ...item.line, name } };
  });
  return { ...point, asks: { ...point.asks, items } };
}

/** The point with an answer, or dismissed without one. */
export const closePoint = (point: Point, isAnswered: boolean, by: string, at: string): Point => ({
  ...point,
  ...answered(isAnswered, by, at),
});

const answered = (isAnswered: boolean, by: string, at: string) => ({
  state: isAnswered ? ("answered" as const) : ("dismissed" as const),
  answered_by: by,
  answered_at: at,
});

const keyOf = ({ line }: ProposedItem): string => `${line.kind} ${nameKey(line.name)}`;
