import { createContext, useContext } from "react";

/** What a step on the map knows of the map. */
export interface MapTools {
  /** Before each button's id: two maps may be on one page. */
  readonly mapId: string;
  readonly detailsId: string;
  readonly selected: string | undefined;
  /** The one step that the Tab key stops at; arrows lead on from there. */
  readonly stop: string | undefined;
  readonly onOpen: (id: string, keys: boolean) => void;
  readonly onFocused: (id: string) => void;
}

export const MapContext = createContext<MapTools | undefined>(undefined);

export function useMapTools(): MapTools {
  const tools = useContext(MapContext);
  if (tools === undefined) throw new Error("useMapTools is used outside a map");
  return tools;
}

export const buttonId = (mapId: string, step: string): string => `${mapId}-${step}`;
