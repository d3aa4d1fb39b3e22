import type { StepState } from "../../../domain/workflow/step-view.ts";
import type { WorkflowView } from "../../../domain/workflow/workflow-view.ts";
import { cut, wrap } from "./fit.ts";
import { idInWords } from "./frames.ts";
import { drawable, textWidth } from "./letters.ts";
import { type Box, box, line } from "./markup.ts";
import { PALETTE } from "./palette.ts";
import { LOOKS, mark } from "./states.ts";

const STRIPE = 20;
const LABEL = { size: 15, weight: 700, fill: PALETTE.quiet, spacing: 1.2 } as const;
const TITLES = [38, 32, 27].map((size) => ({ size, weight: 800 }));
const TWO_LINES = { size: 24, weight: 800 };
const BAR = 12;
const NAME = { size: 30, weight: 800 };
const SMALL = { size: 20, weight: 500 };
const FIRST = { size: 21, weight: 700 };
const COUNT = { size: 18, weight: 600 };

/** The clapper's stripes along the top edge. */
export function clapper(width: number, height: number): string {
  const many = Math.ceil(width / (STRIPE * 2)) + 1;
  const stripes = Array.from({ length: many }, (_, index) => {
    const x = index * STRIPE * 2 - STRIPE;
    return `<path d="M${x + height} 0h${STRIPE}l${-height} ${height}h${-STRIPE}z" fill="${PALETTE.stripeDark}"/>`;
  });
  return box({ x: 0, y: 0, width, height }, PALETTE.stripeLight) + stripes.join("");
}

/** The slate: whose film, which workflow, how far. */
export function slate(view: WorkflowView, title: string, place: Box): string {
  const { x, y, width, height } = place;
  const right = Math.min(560, width * 0.54);
  const cells = [
    { label: "WORKFLOW", text: drawable(view.title, view.workflow), width: right * 0.44 },
    { label: "DONE", text: `${doneSteps(view)} of ${view.steps.length}`, width: right * 0.34 },
    { label: "", text: `${view.percent} %`, width: right * 0.22 },
  ];
  const room = width - right - 24;
  let from = x + width - right;
  const drawn = cells.map((cell) => {
    const left = from;
    from += cell.width;
    const value = { size: 26, weight: 700 };
    const inset = cell.label === "" ? 0 : 20;
    const shown = cut(cell.text, value, cell.width - inset - 12);
    const rule = cell.label === "" ? "" : box({ x: left, y, width: 1.5, height }, PALETTE.line);
    return [
      rule,
      line(cell.label, { x: left + inset, y: y + 34 }, LABEL),
      line(shown, { x: left + inset, y: y + 72 }, { ...value, fill: PALETTE.ink }),
    ].join("");
  });
  return [
    line("PRODUCTION", { x, y: y + 34 }, LABEL),
    titled(drawable(title, "This film"), { x, y, width: room, height }),
    ...drawn,
  ].join("");
}

/** The title as large as it fits on one line, else on two. */
function titled(title: string, { x, y, width }: Box): string {
  const type = TITLES.find((each) => wrap(title, each, width, 2).length === 1);
  if (type) return line(title, { x, y: y + 76 }, { ...type, fill: PALETTE.ink });
  return wrap(title, TWO_LINES, width, 2)
    .map((text, row) => line(text, { x, y: y + 62 + row * 26 }, { ...TWO_LINES, fill: PALETTE.ink }))
    .join("");
}

/** One piece a step, as wide as every other, and how many there are of each state. */
export function progress({ steps }: WorkflowView, { x, y, width }: Box): string {
  const each = width / steps.length;
  const gap = each > 8 ? 3 : each > 4 ? 1 : 0;
  const pieces = steps.map(({ state }, index) => {
    const done = state === "completed" || state === "active" || state === "stale" || state === "blocked";
    const piece = { x: x + index * each, y, width: each - gap, height: BAR };
    if (done) return box(piece, LOOKS[state].colour);
    const thin = { ...piece, y: y + BAR / 2 - 2, height: 4 };
    return box(
      thin,
      state === "available" ? PALETTE.ink : state === "skipped" ? PALETTE.quiet : PALETTE.line,
    );
  });
  let left = x;
  const legend = (Object.keys(LOOKS) as StepState[]).flatMap((state) => {
    const count = steps.filter((step) => step.state === state).length;
    if (count === 0) return [];
    const words = `${count} ${LOOKS[state].word.toLowerCase()}`;
    const drawn = `${mark(state, left + 9, y + 38, 9)}${line(words, { x: left + 26, y: y + 44 }, { ...COUNT, fill: PALETTE.ink })}`;
    left += 26 + textWidth(words, COUNT.size, COUNT.weight) + 22;
    return [drawn];
  });
  return pieces.join("") + legend.join("");
}

/** What is worked on and what it has so far, beside what comes next. */
export function nowAndNext(view: WorkflowView, place: Box): string {
  const { x, y, width, height } = place;
  const half = view.next.length > 0 ? width * 0.6 : width;
  return [
    box(place, PALETTE.frame, 'rx="3"'),
    box({ x, y, width: 7, height }, PALETTE.accent),
    now(view, { x: x + 26, y, width: half - 48, height }),
    ...(view.next.length > 0
      ? [
          box({ x: x + half, y: y + 16, width: 1.5, height: height - 32 }, PALETTE.line),
          next(view, { x: x + half + 20, y, width: width - half - 40, height }),
        ]
      : []),
  ].join("");
}

function now(view: WorkflowView, { x, y, width }: Box): string {
  const index = view.steps.findIndex(({ id }) => id === view.current);
  const step = view.steps[index];
  const [head, about] = step
    ? [drawable(step.name, idInWords(step.id, index + 1)), soFar(step.missing)]
    : doneSteps(view) === view.steps.length
      ? ["That’s a wrap", "Every step is done."]
      : ["Nothing is open", "A step that is blocked or locked must open first."];
  return [
    line("NOW", { x, y: y + 33 }, { ...LABEL, fill: PALETTE.accent }),
    line(cut(head, NAME, width), { x, y: y + 70 }, { ...NAME, fill: PALETTE.ink }),
    ...wrap(about, SMALL, width, 2).map((text, row) =>
      line(text, { x, y: y + 101 + row * 25 }, { ...SMALL, fill: PALETTE.ink }),
    ),
  ].join("");
}

/** The first move on up to two lines, the second on those that are left of three. */
function next(view: WorkflowView, { x, y, width }: Box): string {
  const [first = "", second] = view.next.map(({ label }) => drawable(label, "See the message"));
  const one = wrap(first, FIRST, width, 2).map((text) => ({ text, type: FIRST, gap: 0 }));
  const two = second === undefined ? [] : wrap(second, SMALL, width, 3 - one.length);
  const rows = [...one, ...two.map((text, row) => ({ text, type: SMALL, gap: row === 0 ? 5 : 0 }))];
  let down = y + 40;
  const drawn = rows.map(({ text, type, gap }) => {
    down += 26 + gap;
    return line(text, { x, y: down }, { ...type, fill: PALETTE.ink });
  });
  return line("NEXT", { x, y: y + 33 }, LABEL) + drawn.join("");
}

/** Skipped counts as passed, and so does what is out of date: the same as the percent says. */
export const doneSteps = ({ steps }: Pick<WorkflowView, "steps">): number =>
  steps.filter(({ state }) => state === "completed" || state === "skipped" || state === "stale").length;

const soFar = (words: readonly string[]): string =>
  words.length === 0
    ? "Done when somebody says so."
    : `So far: ${drawable(words.join(", "), "see the message")}`;
