import { UserError } from "../../domain/errors.ts";
import {
  MAX_BULK_ITEMS,
  OPERATION_TYPES,
  type OperationType,
  type Selection,
} from "../../domain/operation.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { BulkKind } from "./kinds/kind.ts";

const LIST = OPERATION_TYPES.join(", ");

/** Reads "character" and "Characters" alike. Throws a UserError that names what can be made. */
export function bulkType(word: string): OperationType {
  const lower = word.trim().toLowerCase();
  const found = OPERATION_TYPES.find((type) => isCalled(BULK_KINDS[type], lower));
  if (found) return found;
  throw new UserError(
    "invalid",
    `I cannot make "${word.slice(0, 40)}" in bulk, only ${LIST}.`,
    "Type for example: /bulk characters 10",
  );
}

const isCalled = ({ type, one, words }: BulkKind, word: string): boolean =>
  type === word || one === word || words.includes(word);

/** What is said in the place of a number: "10"; for work on what there is "all", or nothing, which means what lacks it. */
export function bulkAsk(
  { counted }: BulkKind,
  said: string | number,
): { readonly count?: number; readonly selection?: Selection } {
  const word = String(said).trim().toLowerCase();
  if (counted) return { count: bulkCount(said) };
  if (word === "" || word === "missing") return { selection: "missing" };
  return word === "all" ? { selection: "all" } : { count: bulkCount(said), selection: "missing" };
}

/** A whole number from 1 to the limit, told in the refusal. */
export function bulkCount(word: string | number): number {
  const count = typeof word === "number" ? word : Number(word.trim() === "" ? Number.NaN : word);
  if (Number.isInteger(count) && count >= 1 && count <= MAX_BULK_ITEMS) return count;
  const what =
    Number.isFinite(count) && count > MAX_BULK_ITEMS
      ? `${count} is more than one operation may hold`
      : `"${String(word).slice(0, 40)}" is not a number I can work with`;
  throw new UserError(
    "invalid",
    `${what}. A count is a whole number from 1 to ${MAX_BULK_ITEMS}.`,
    "Type for example: /bulk characters 10",
  );
}
