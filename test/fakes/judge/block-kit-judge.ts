import type { ValidateFunction } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { chooseByType } from "./choose-by-type.ts";
import { newAjv, readSpec } from "./read-spec.ts";
import { tellingErrors, wording } from "./telling-errors.ts";

const ROOTS = { blocks: "JBlocks", view: "JView" } as const;
const compiled = new Map<string, ValidateFunction>();

/** Holds blocks or a view against Block Kit. Told with the path inside of it. */
export function judgeBlockKit(
  root: keyof typeof ROOTS,
  value: unknown,
  note: (at: string, rule: string) => void,
): void {
  const check = compiled.get(root) ?? compile(root);
  if (check(value)) return;
  for (const error of tellingErrors(check.errors ?? [])) note(error.instancePath, wording(error));
}

let ajv: Ajv2020 | undefined;

/** Both roots share what they are made of, compiled when it is first met. */
function compile(root: keyof typeof ROOTS): ValidateFunction {
  if (!ajv) {
    const { definitions } = readSpec<{ definitions: Record<string, unknown> }>("block-kit");
    ajv = newAjv().addSchema({ $id: "block-kit", definitions: chooseByType(definitions, definitions) });
  }
  const made = ajv.compile({ $ref: `block-kit#/definitions/${ROOTS[root]}` });
  compiled.set(root, made);
  return made;
}
