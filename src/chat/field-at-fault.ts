import type { TurnRecord } from "./turn-record.ts";

/** The field that an error is about, as its words tell: they name the field, or say again what was typed. Else the first one. */
export function fieldAtFault(
  { message }: Pick<NonNullable<TurnRecord["error"]>, "message">,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const typed = Object.entries(values);
  const text = message.toLowerCase();
  const named = typed.find(([name]) => text.includes(` field ${name.replaceAll("_", " ").toLowerCase()} `));
  const quoted = typed.find(
    ([, value]) => value.trim() !== "" && text.includes(`“${value.trim().toLowerCase()}”`),
  );
  return (named ?? quoted ?? typed[0])?.[0];
}
