import type { MapLayout } from "./lay-out.ts";

const WAYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
/** A step aside counts as much as three ahead: arrows go where they point. */
const ASIDE = 3;

/** The step that a key leads to from another: the nearest one an arrow points at, or the first or last of all. Undefined when there is none. */
export function neighbour({ nodes }: Pick<MapLayout, "nodes">, id: string, key: string): string | undefined {
  if (key === "Home") return nodes[0]?.id;
  if (key === "End") return nodes.at(-1)?.id;
  const from = nodes.find((node) => node.id === id);
  const way = WAYS[key];
  if (from === undefined || way === undefined) return undefined;
  const [wayX, wayY] = way;
  const beyond = nodes.flatMap((node) => {
    const [dx, dy] = [node.x - from.x, node.y - from.y];
    const ahead = dx * wayX + dy * wayY;
    const aside = Math.abs(dx * wayY) + Math.abs(dy * wayX);
    return ahead > 0 ? [{ id: node.id, far: ahead + ASIDE * aside }] : [];
  });
  return beyond.toSorted((a, b) => a.far - b.far)[0]?.id;
}
