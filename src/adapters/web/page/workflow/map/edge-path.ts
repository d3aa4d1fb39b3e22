import type { Direction, Point } from "./lay-out.ts";

/**
 * An SVG path through the points of a line: curved between layers, straight through them. Points come in pairs, each the
 * end of one layer and the start of the next.
 */
export function edgePath(points: readonly Point[], direction: Direction): string {
  return points
    .map((to, index) => {
      const from = points[index - 1];
      if (from === undefined) return `M${to.x},${to.y}`;
      if (index % 2 === 0) return `L${to.x},${to.y}`;
      const [a, b] =
        direction === "right"
          ? [
              { x: (from.x + to.x) / 2, y: from.y },
              { x: (from.x + to.x) / 2, y: to.y },
            ]
          : [
              { x: from.x, y: (from.y + to.y) / 2 },
              { x: to.x, y: (from.y + to.y) / 2 },
            ];
      return `C${a.x},${a.y} ${b.x},${b.y} ${to.x},${to.y}`;
    })
    .join(" ");
}
