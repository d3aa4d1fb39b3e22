import type { MapLayout, Point } from "./lay-out.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What of the map is seen: moved by x and y, in pixels of the screen, and enlarged by `zoom`. */
export interface View extends Point {
  readonly zoom: number;
}

export const MIN_ZOOM = 0.2;
export const MAX_ZOOM = 1.75;
/** Below this the words of a step can no longer be read. */
const READABLE = 0.72;
const MARGIN = 24;
/** How much of the screen the map's breadth takes. */
const ACROSS_SHARE = 0.93;

/** The whole map, no larger than life. */
export function wholeView(layout: MapLayout, screen: Size): View {
  const zoom = clamp(fitting(layout, screen), MIN_ZOOM, 1);
  return {
    zoom,
    x: (screen.width - layout.width * zoom) / 2,
    y: (screen.height - layout.height * zoom) / 2,
  };
}

/** The whole map where it can be read so; else as much of it around a step as can. */
export function firstView(layout: MapLayout, screen: Size, id: string | undefined): View {
  const whole = wholeView(layout, screen);
  if (whole.zoom >= READABLE) return whole;
  const across = layout.direction === "right" ? screen.height / layout.height : screen.width / layout.width;
  const zoom = clamp(across * ACROSS_SHARE, READABLE, 1);
  const node = layout.nodes.find((each) => each.id === id) ?? layout.nodes[0];
  const focus = { x: (node?.x ?? 0) + layout.node.width / 2, y: (node?.y ?? 0) + layout.node.height / 2 };
  return {
    zoom,
    x: along(screen.width, layout.width * zoom, focus.x * zoom),
    y: along(screen.height, layout.height * zoom, focus.y * zoom),
  };
}

/** The least move after which a step is wholly seen. */
export function revealing(layout: MapLayout, screen: Size, view: View, id: string): View {
  const node = layout.nodes.find((each) => each.id === id);
  if (node === undefined) return view;
  const { width, height } = layout.node;
  return {
    zoom: view.zoom,
    x: within(view.x, node.x * view.zoom, (node.x + width) * view.zoom, screen.width),
    y: within(view.y, node.y * view.zoom, (node.y + height) * view.zoom, screen.height),
  };
}

const fitting = (layout: MapLayout, screen: Size): number =>
  Math.min(
    (screen.width - 2 * MARGIN) / Math.max(1, layout.width),
    (screen.height - 2 * MARGIN) / Math.max(1, layout.height),
  );

/** Puts the focus in the middle, but shows no emptiness beyond an end while there is map to show; what fits is centred. */
function along(screen: number, map: number, focus: number): number {
  if (map <= screen) return (screen - map) / 2;
  return clamp(screen / 2 - focus, screen - map - MARGIN, MARGIN);
}

function within(offset: number, start: number, end: number, screen: number): number {
  if (offset + start < MARGIN) return MARGIN - start;
  if (offset + end > screen - MARGIN) return screen - MARGIN - end;
  return offset;
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
