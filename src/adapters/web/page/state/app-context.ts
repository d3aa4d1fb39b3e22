import { createContext, useContext } from "react";
import type { Client, Who } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import type { Identity } from "./identity.ts";

export interface Notice {
  readonly id: number;
  readonly problem: Problem;
}

export interface App {
  readonly client: Client;
  readonly who: Who;
  readonly identity: Identity;
  /** Undefined where the name is not the page's to change. */
  readonly setName: ((name: string) => void) | undefined;
  readonly token: () => string | undefined;
  readonly notices: readonly Notice[];
  /** Tells the person of a failure, whatever was thrown. */
  readonly report: (thrown: unknown) => void;
  readonly dismiss: (id: number) => void;
  /** A new act makes what was told of the last one old. */
  readonly dismissAll: () => void;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("useApp is used outside AppProvider");
  return app;
}
