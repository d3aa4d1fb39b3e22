import type { StepView } from "../../../domain/workflow/step-view.ts";
import { cut, wrap } from "./fit.ts";
import { drawable } from "./letters.ts";
import { type Box, box, line, round } from "./markup.ts";
import { PALETTE } from "./palette.ts";
import { LOOKS, mark } from "./states.ts";

/** How large the frames of a strip are: the more steps, the smaller. Lengths in the picture's own unit. */
export interface Gauge {
  readonly width: number;
  readonly columns: number;
  readonly frame: number;
  /** Height of the band of holes above and below the frames. */
  readonly holes: number;
  readonly name: number;
  readonly word: number;
  readonly lines: number;
}

const GAP = 4;
const BETWEEN_STRIPS = 8;

export const rowHeight = ({ frame, holes }: Gauge): number => frame + 2 * holes + BETWEEN_STRIPS;

/** The steps in order as frames of a film, cut into strips of one row each. */
export function strips(steps: readonly StepView[], gauge: Gauge, at: { x: number; y: number }): string {
  const width = frameWidth(gauge, at.x);
  const rows = Array.from({ length: Math.ceil(steps.length / gauge.columns) }, (_, row) => {
    const some = steps.slice(row * gauge.columns, (row + 1) * gauge.columns);
    const y = at.y + row * rowHeight(gauge);
    const frames = some.map((step, column) => {
      const place = { x: at.x + column * width, y: y + gauge.holes, width, height: gauge.frame };
      return frame(step, row * gauge.columns + column + 1, place, gauge);
    });
    return `${film({ x: at.x, y, width: width * some.length, height: gauge.frame + 2 * gauge.holes }, gauge)}${frames.join("")}`;
  });
  return rows.join("\n");
}

const frameWidth = ({ width, columns }: Gauge, margin: number): number => (width - 2 * margin) / columns;

/** A strip of bare film: its base and the holes along both edges, each row of holes as one broken line. */
function film(strip: Box, { holes }: Gauge): string {
  const [hole, height] = [holes * 0.72, holes * 0.46];
  const step = strip.width / Math.floor(strip.width / (hole * 2));
  const start = strip.x + (step - hole + height) / 2;
  const end = strip.x + strip.width - height / 2;
  const dashes = `${round(hole - height)} ${round(step - hole + height)}`;
  const row = (y: number) =>
    `<path d="M${round(start)} ${round(y)}H${round(end)}" stroke="${PALETTE.hole}" stroke-width="${round(height)}" stroke-linecap="round" stroke-dasharray="${dashes}"/>`;
  return `${box(strip, PALETTE.film, 'rx="3"')}${row(strip.y + holes / 2)}${row(strip.y + strip.height - holes / 2)}`;
}

function frame(step: StepView, number: number, place: Box, gauge: Gauge): string {
  const { colour, word } = LOOKS[step.state];
  const now = step.state === "active";
  const inner = { x: place.x + GAP / 2, y: place.y, width: place.width - GAP, height: place.height };
  const radius = gauge.word * 0.66;
  const pad = radius * 1.1;
  const top = place.y + pad + radius;
  const left = inner.x + pad;
  const name = { size: gauge.name, weight: now ? 800 : 600 };
  const room = inner.width - 2 * pad;
  const named = drawable(step.name, idInWords(step.id, number));
  const lines = gauge.lines > 1 ? wrap(named, name, room, gauge.lines) : [cut(named, name, room)];
  const small = { size: gauge.word, weight: 700 };
  return [
    box(inner, now ? PALETTE.accentWash : PALETTE.frame, edge(step)),
    mark(step.state, left + radius, top, radius),
    line(
      word,
      { x: left + radius * 2 + radius * 0.7, y: top + gauge.word * 0.36 },
      { ...small, fill: colour },
    ),
    line(
      String(number),
      { x: inner.x + inner.width - pad, y: top + gauge.word * 0.36 },
      { ...small, fill: PALETTE.quiet, anchor: "end" },
    ),
    ...lines.map((text, index) =>
      line(
        text,
        { x: left, y: top + radius + gauge.name * (1.18 + index * 1.14) },
        { ...name, fill: step.state === "locked" || step.state === "skipped" ? PALETTE.quiet : PALETTE.ink },
      ),
    ),
  ].join("");
}

/** The current step is framed, a blocked one too; a skipped one has a broken edge. */
function edge({ state }: StepView): string {
  if (state === "active") return `rx="2" stroke="${PALETTE.accent}" stroke-width="3"`;
  if (state === "blocked") return `rx="2" stroke="${PALETTE.bad}" stroke-width="1.5"`;
  if (state === "skipped")
    return `rx="2" stroke="${PALETTE.quiet}" stroke-width="1.5" stroke-dasharray="6 5"`;
  return 'rx="2"';
}

/** Ids are plain letters; one that is not still has its number. */
export const idInWords = (id: string, number: number): string =>
  drawable(
    id.replace(/[-_]+/g, " ").replace(/^\w/, (first) => first.toUpperCase()),
    `Step ${number}`,
  );
