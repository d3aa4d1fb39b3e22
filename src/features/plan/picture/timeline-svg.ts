import type { WorkflowView } from "../../../domain/workflow/workflow-view.ts";
import { type Gauge, rowHeight, strips } from "./frames.ts";
import { box } from "./markup.ts";
import { PALETTE } from "./palette.ts";
import { clapper, nowAndNext, progress, slate } from "./slate.ts";

/** Chats show a picture about 550 points wide, on screens with up to three pixels to a point. */
const PIXELS_WIDE = 1_600;
const MARGIN = 26;
const CLAPPER = 20;
const SLATE = 100;
const PROGRESS = 78;
const NOW = 148;

/**
 * Where a film stands in its workflow, as a slate over strips of film, one frame a step in the definition's order. It
 * brings its own dark ground, so that it reads on a light wall and on a dark one. All words are escaped; what the typeface cannot show is left out (see letters.ts).
 */
export function timelineSvg(view: WorkflowView, { title }: { readonly title: string }): string {
  const gauge = gaugeFor(view.steps.length);
  const rows = Math.ceil(view.steps.length / gauge.columns);
  const { width } = gauge;
  const inside = width - 2 * MARGIN;
  const bar = CLAPPER + SLATE + 14;
  const now = bar + PROGRESS;
  const film = now + NOW + 24;
  const height = Math.ceil(film + rows * rowHeight(gauge) + MARGIN - 8);
  const body = [
    // Over the edge, so that none of it is half transparent.
    box({ x: -4, y: -4, width: width + 8, height: height + 8 }, PALETTE.ground),
    clapper(width, CLAPPER),
    slate(view, title, { x: MARGIN, y: CLAPPER, width: inside, height: SLATE }),
    box({ x: 0, y: CLAPPER + SLATE, width, height: 1.5 }, PALETTE.line),
    progress(view, { x: MARGIN, y: bar + 8, width: inside, height: PROGRESS }),
    nowAndNext(view, { x: MARGIN, y: now, width: inside, height: NOW }),
    strips(view.steps, gauge, { x: MARGIN, y: film }),
  ];
  const zoom = PIXELS_WIDE / width;
  const size = `width="${PIXELS_WIDE}" height="${Math.round(height * zoom)}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Archivo">\n${body.join("\n")}\n</svg>`;
}

function gaugeFor(steps: number): Gauge {
  if (steps <= 20)
    return {
      width: 900,
      columns: Math.min(4, Math.max(3, steps)),
      frame: 106,
      holes: 18,
      name: 23,
      word: 17,
      lines: 2,
    };
  if (steps <= 60) return { width: 1120, columns: 5, frame: 100, holes: 16, name: 21, word: 16, lines: 2 };
  return { width: 1360, columns: 6, frame: 64, holes: 10, name: 19, word: 15, lines: 1 };
}
