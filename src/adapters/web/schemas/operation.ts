import { z } from "zod";
import { Operation, OperationItem } from "../../../domain/operation.ts";

/** With its first thousand items; the others are read page by page. */
export const OperationAnswer = Operation.extend({ items: z.array(OperationItem) }).meta({ id: "Operation" });
export type OperationAnswer = z.infer<typeof OperationAnswer>;

/** `next`: the index to go on after; missing on the last page. */
export const ItemsAnswer = z
  .object({ items: z.array(OperationItem), next: z.int().nonnegative().optional() })
  .meta({ id: "OperationItems" });
