import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Tungsten light: the one accent, spent on what is recommended and what is live. */
const tungsten: MantineColorsTuple = [
  "#fdf6e5",
  "#f9e9c4",
  "#f6d893",
  "#f3c868",
  "#f1bc4c",
  "#f0b43c",
  "#d99a1f",
  "#b07a10",
  "#7a5100",
  "#4d3300",
];

/** Film base: a grey with a little blue in it. */
const dark: MantineColorsTuple = [
  "#e9ecee",
  "#b0b8bd",
  "#87919a",
  "#6a747c",
  "#474f55",
  "#2b3034",
  "#212528",
  "#191c1e",
  "#131516",
  "#0e1011",
];

export const theme = createTheme({
  colors: { tungsten, dark },
  primaryColor: "tungsten",
  primaryShade: 5,
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: "var(--sans)",
  fontFamilyMonospace: "var(--type)",
  headings: { fontFamily: "var(--sans)" },
  defaultRadius: 3,
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "lg" } },
    Tooltip: {
      defaultProps: { openDelay: 400, withArrow: false, events: { hover: true, focus: true, touch: false } },
    },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.6 } } },
  },
});

/** The kit takes its surfaces and inks from tokens.css, so that colours are said in one place. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--ground)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-2)",
    "--mantine-color-placeholder": "var(--ink-3)",
    "--mantine-color-default": "var(--raised)",
    "--mantine-color-default-hover": "var(--panel)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--line-strong)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-gray-light-hover": "var(--line)",
    "--mantine-color-gray-light-color": "var(--ink-2)",
  };
  return { variables: {}, light: shared, dark: shared };
};
