import type { StepState } from "../../../domain/workflow/step-view.ts";
import { round } from "./markup.ts";
import { PALETTE } from "./palette.ts";

interface Look {
  readonly word: string;
  readonly colour: string;
  /** A mark within a circle of radius 1 about the origin. */
  readonly mark: string;
}

const dark = `stroke="${PALETTE.onColour}" stroke-width="0.26" fill="none" stroke-linecap="round" stroke-linejoin="round"`;
const disc = (fill: string) => `<circle r="1" fill="${fill}"/>`;

/** How each state looks: told by its shape and its word as well as by its colour. In the order of the legend. */
export const LOOKS: Readonly<Record<StepState, Look>> = {
  completed: {
    word: "Done",
    colour: PALETTE.good,
    mark: `${disc(PALETTE.good)}<path d="M-0.46 0.04L-0.12 0.4L0.48 -0.36" ${dark}/>`,
  },
  skipped: {
    word: "Skipped",
    colour: PALETTE.quiet,
    mark: `<path d="M-0.75 -0.62L-0.05 0L-0.75 0.62M0.05 -0.62L0.75 0L0.05 0.62" stroke="${PALETTE.quiet}" stroke-width="0.28" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`,
  },
  stale: {
    word: "Out of date",
    colour: PALETTE.stale,
    mark: `<path d="M0 -1.1L1.1 0L0 1.1L-1.1 0Z" fill="${PALETTE.stale}"/><path d="M0 -0.5V0.05H0.34" ${dark}/>`,
  },
  active: {
    word: "Now",
    colour: PALETTE.accent,
    mark: `${disc(PALETTE.accent)}<path d="M-0.3 -0.5L0.56 0L-0.3 0.5Z" fill="${PALETTE.onColour}"/>`,
  },
  available: {
    word: "Open",
    colour: PALETTE.ink,
    mark: `<circle r="0.84" fill="none" stroke="${PALETTE.ink}" stroke-width="0.28"/>`,
  },
  blocked: {
    word: "Blocked",
    colour: PALETTE.bad,
    mark: `<path d="M-0.42 -1H0.42L1 -0.42V0.42L0.42 1H-0.42L-1 0.42V-0.42Z" fill="${PALETTE.bad}"/><path d="M0 -0.52V0.1M0 0.5V0.52" ${dark}/>`,
  },
  locked: {
    word: "Locked",
    colour: PALETTE.quiet,
    mark: `<path d="M-0.42 -0.1V-0.42A0.42 0.42 0 0 1 0.42 -0.42V-0.1" fill="none" stroke="${PALETTE.quiet}" stroke-width="0.22"/><rect x="-0.72" y="-0.16" width="1.44" height="1.06" rx="0.18" fill="${PALETTE.quiet}"/>`,
  },
};

/** The mark of a state about a point. */
export const mark = (state: StepState, x: number, y: number, radius: number): string =>
  `<g transform="translate(${round(x)} ${round(y)}) scale(${radius})">${LOOKS[state].mark}</g>`;
