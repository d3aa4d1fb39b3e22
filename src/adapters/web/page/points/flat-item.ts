import type { PointOf } from "../api/wire.ts";

type Item = PointOf<"proposal">["asks"]["items"][number];

/** A part of a proposal with its line's words beside its own. */
export type FlatItem = Item["line"] & Omit<Item, "line">;

export const flatItem = ({ line, ...item }: Item): FlatItem => ({ ...line, ...item });
