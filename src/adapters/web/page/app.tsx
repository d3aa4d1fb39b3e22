import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { Shell } from "./shell/shell.tsx";
import { AppProvider } from "./state/app-provider.tsx";
import { cssVariables, theme } from "./theme/theme.ts";

export function App(): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      deduplicateCssVariables={false}
    >
      <AppProvider>
        <Shell />
      </AppProvider>
    </MantineProvider>
  );
}
