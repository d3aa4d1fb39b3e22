import { z } from "zod";
import { Operation, OperationItem } from "../../../domain/operation.ts";

export const OperationAnswer = Operation.extend({ items: z.array(OperationItem) }).meta({ id: "Operation" });
export type OperationAnswer = z.infer<typeof OperationAnswer>;
