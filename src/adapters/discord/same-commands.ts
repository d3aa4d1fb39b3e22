import type { PublishedCommand } from "./commands.ts";

/** What makes a command what it is. The rest is Discord's: ids, versions, translations, what it keeps for old clients. */
const COMPARED = [
  "name",
  "description",
  "required",
  "autocomplete",
  "choices",
  "value",
  "min_value",
  "max_value",
  "min_length",
  "max_length",
  "options",
  "type",
];
/** Sets: their order says nothing. A server's own commands have neither. */
const WHERE = ["integration_types", "contexts"];
const CHAT_INPUT = 1;

/**
 * Whether what Discord has is what Backlot wants. Discord fills in what was left out, leaves out or nulls what is false
 * or empty, and tells commands in an order of its own; the order of options and choices counts.
 */
export function sameCommands(published: readonly unknown[], wanted: readonly PublishedCommand[]): boolean {
  const sets = WHERE.filter((key) => wanted.some((command) => key in command));
  const told = (all: readonly unknown[]) =>
    all.map((one) => JSON.stringify(commandEssence(one, sets))).sort();
  return JSON.stringify(told(published)) === JSON.stringify(told(wanted));
}

function commandEssence(command: unknown, sets: readonly string[]): unknown {
  const fields = { type: CHAT_INPUT, ...asFields(command) };
  return [essence(fields), sets.map((key) => sorted(fields[key as keyof typeof fields]))];
}

function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(essence) : undefined;
  if (value === null || value === false || value === "") return undefined;
  if (typeof value !== "object") return value;
  const fields = asFields(value);
  return Object.fromEntries(
    COMPARED.map((key) => [key, essence(fields[key])]).filter(([, field]) => field !== undefined),
  );
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.toSorted((a, b) => Number(a) - Number(b)) : [];

const asFields = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};
