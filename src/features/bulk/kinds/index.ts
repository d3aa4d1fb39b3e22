import type { OperationType } from "../../../domain/operation.ts";
import { characters } from "./characters.ts";
import type { BulkKind } from "./kind.ts";
import { locations } from "./locations.ts";
import { relationships } from "./relationships.ts";
import { scenes } from "./scenes.ts";
import { sheets } from "./sheets.ts";
import { summaries } from "./summaries.ts";

/** All bulk work there is. */
export const BULK_KINDS: Readonly<Record<OperationType, BulkKind>> = {
  characters,
  locations,
  scenes,
  relationships,
  summaries,
  sheets,
};
