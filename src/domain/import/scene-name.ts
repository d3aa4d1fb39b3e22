import type { FieldReading } from "../reading/reading.ts";
import { proofOf } from "./row-reading.ts";
import { readSceneLine } from "./scene-line.ts";
import type { ImportRow } from "./table.ts";

/**
 * A scene is called by its heading, taken apart where it is given whole and put together where it stands in columns
 * ("INT", "Diner", "night"); one without is called by its number. What a column says of its own comes before what the
 * heading says.
 */
export function sceneName(
  row: ImportRow,
  fields: readonly FieldReading[],
): { readonly name: string; readonly fields: readonly FieldReading[] } {
  const textOf = (field: string) => {
    const found = fields.find((each) => each.field === field)?.value;
    return found === undefined ? "" : String(found);
  };
  const said = textOf("heading");
  const [number, place] = [textOf("number"), textOf("set") || textOf("location")];
  const heading = said || composed(textOf("int_ext"), place, textOf("time_of_day"));
  if (heading === "") return { name: number === "" ? "" : `Scene ${number}`, fields };
  const line = readSceneLine(heading);
  const told: Readonly<Record<string, string | undefined>> = {
    heading: line.heading,
    int_ext: line.int_ext,
    set: line.set ?? (said === "" ? place.toUpperCase() : undefined),
    time_of_day: line.time_of_day,
    number: line.number,
    summary: line.rest?.text,
  };
  const proof = proofOf(row, { text: "", start: row.start, end: row.start });
  const derived = Object.entries(told).flatMap(([field, value]): FieldReading[] =>
    value === undefined || (field !== "heading" && textOf(field) !== "") ? [] : [{ field, value, ...proof }],
  );
  return {
    name: line.heading,
    fields: [...derived, ...fields.filter(({ field }) => field !== "heading")],
  };
}

function composed(interior: string, place: string, time: string): string {
  if (place === "") return "";
  const [set, when] = [place.toUpperCase(), time === "" ? "" : ` - ${time.toUpperCase()}`];
  return interior === "" ? `${set}${when}` : `${interior.replace("/", "./")}. ${set}${when}`;
}
