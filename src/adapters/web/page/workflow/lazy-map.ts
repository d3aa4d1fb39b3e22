import { lazyPart } from "../shell/lazy-part.tsx";
import type { MapViewProps } from "./map/map-view.tsx";

/** It is drawn by a library that most visits do not need. */
export const LazyMap = lazyPart<MapViewProps>("the map", () =>
  import("./map/map-view.tsx").then(({ MapView }) => MapView),
);
