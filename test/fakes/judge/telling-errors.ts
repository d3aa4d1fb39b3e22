import type { ErrorObject } from "ajv";

const MAX_TOLD = 60;
const CHOOSING = new Set(["oneOf", "anyOf", "allOf", "if"]);

/** The errors that matter: where none of several shapes fits, what went wrong deepest inside. */
export function tellingErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
  const told = errors.filter(({ keyword }) => !CHOOSING.has(keyword));
  const outdone = (one: ErrorObject) =>
    choices.some(({ instancePath }) => isIn(one, instancePath)) &&
    told.some(({ instancePath }) => instancePath.startsWith(`${one.instancePath}/`));
  return told.length > 0 ? told.filter((one) => !outdone(one)) : [...errors];
}

const isIn = ({ instancePath }: ErrorObject, path: string): boolean =>
  instancePath === path || instancePath.startsWith(`${path}/`);

/** The rule in words, and the start of what broke it. */
export function wording({ message = "is wrong", params, data }: ErrorObject): string {
  const { allowedValues, allowedValue, additionalProperty } = params as Record<string, unknown>;
  if (additionalProperty !== undefined) return `unknown field ${additionalProperty}`;
  const allowed = allowedValues ?? allowedValue;
  const rule = allowed === undefined ? message : `${message} (${JSON.stringify(allowed)})`;
  return typeof data === "object" ? rule : `${rule}, is ${JSON.stringify(data)?.slice(0, MAX_TOLD)}`;
}
