import type { KeyboardEvent } from "react";
import type { MapLayout } from "./lay-out.ts";
import { neighbour } from "./neighbour.ts";
import type { MapMoves } from "./use-map-moves.ts";

const PAN_PX = 90;
const PANS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [-PAN_PX, 0],
  ArrowLeft: [PAN_PX, 0],
  ArrowDown: [0, -PAN_PX],
  ArrowUp: [0, PAN_PX],
};

interface Options {
  readonly layout: MapLayout;
  readonly moves: MapMoves;
  /** The step that has the focus, or would have it. */
  readonly stop: string | undefined;
  readonly focusStep: (id: string) => void;
}

/** Arrows go from step to step, Home and End to the first and last; with Shift arrows move the map; + - 0 enlarge it. */
export function mapKeys({ layout, moves, stop, focusStep }: Options): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const pan = event.shiftKey ? PANS[key] : undefined;
    if (pan !== undefined) moves.pan(...pan);
    else if (key === "+" || key === "=") moves.zoom(1);
    else if (key === "-") moves.zoom(-1);
    else if (key === "0") moves.whole();
    else {
      const next = stop === undefined ? undefined : neighbour(layout, stop, key);
      if (next !== undefined) focusStep(next);
      else if (!key.startsWith("Arrow")) return;
    }
    event.preventDefault();
  };
}
