/**
 * The page's dark theme. The picture has this ground of its own, so that it reads the same on a light and on a dark
 * wall; every ink stands out from `ground`, `frame` and `film` by 4.5 to 1 or more (WCAG 2.2, 1.4.3).
 */
export const PALETTE = {
  ground: "#191c1e",
  film: "#0b0d0e",
  frame: "#22272a",
  line: "#3a4146",
  hole: "#40484e",
  ink: "#f2f4f5",
  quiet: "#b0b8bd",
  stripeLight: "#e9ecee",
  stripeDark: "#0e1011",
  accent: "#f0b43c",
  accentWash: "#3a2e10",
  onColour: "#0e1011",
  good: "#7fce9b",
  bad: "#ff8f85",
  stale: "#8fbdf0",
} as const;
