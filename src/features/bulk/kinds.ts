import { UserError } from "../../domain/errors.ts";
import { MAX_BULK_ITEMS, OPERATION_TYPES, type OperationType } from "../../domain/operation.ts";

/** What each type of operation makes, and the gate of the workflow it passes. */
export const BULK_KINDS = {
  characters: { kind: "character", one: "character" },
  locations: { kind: "location", one: "location" },
  scenes: { kind: "scene", one: "scene" },
} as const satisfies Record<OperationType, { kind: "character" | "location" | "scene"; one: string }>;

const LIST = OPERATION_TYPES.join(", ");

/** Reads "character" and "Characters" alike. Throws a UserError that names what can be made. */
export function bulkType(word: string): OperationType {
  const lower = word.trim().toLowerCase();
  const found = OPERATION_TYPES.find((type) => type === lower || BULK_KINDS[type].one === lower);
  if (found) return found;
  throw new UserError(
    "invalid",
    `I cannot make "${word.slice(0, 40)}" in bulk, only ${LIST}.`,
    "Type for example: /bulk characters 10",
  );
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
