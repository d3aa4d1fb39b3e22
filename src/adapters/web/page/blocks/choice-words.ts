import type { ShownChoice } from "../api/wire.ts";

/** Says of a user id who that is: "You", a name, or the bare id. */
type NameOf = (user_id: string) => string;

const CATEGORIES: Readonly<Record<string, string>> = {
  recommended: "Recommended",
  alternative: "Alternative",
  manual: "By hand",
};
const MAX_NAMES = 4;

/** The few things to know before pressing: what kind of offer it is, how long it takes, how hard it is, how much it matters. */
export function weightWords({ category, minutes, difficulty, impact }: ShownChoice): string {
  return [
    CATEGORIES[category] ?? category,
    minutes === undefined ? "" : minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`,
    difficulty ?? "",
    impact === undefined ? "" : `${impact} impact`,
  ]
    .filter((word) => word !== "")
    .join(" · ");
}

/** What became of a choice that is no longer open, and by whom. */
export function endWords({ state, pressed_by, pressed_by_name }: ShownChoice, nameOf: NameOf): string {
  if (state === "expired") return "No longer open";
  if (pressed_by === undefined) return "Chosen";
  const name = personOf({ by: pressed_by, by_name: pressed_by_name }, nameOf);
  return name === "You" ? "You chose this" : `Chosen by ${name}`;
}

/** Who pressed what needs several: "2 of 3 pressed: Ana, Bo". Empty where one press is enough. */
export function voteWords({ votes = [], needed }: ShownChoice, nameOf: NameOf): string {
  if (needed === undefined && votes.length === 0) return "";
  const names = votes.map((vote) => personOf(vote, nameOf));
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
  const who = names.length === 0 ? "" : `: ${names.slice(0, MAX_NAMES).join(", ")}${more}`;
  return needed === undefined
    ? `${votes.length} pressed${who}`
    : `${votes.length} of ${needed} pressed${who}`;
}

/** As the talk knows a person; who never spoke here is known by the name that came with the press. */
function personOf({ by, by_name }: { by: string; by_name?: string | undefined }, nameOf: NameOf): string {
  const known = nameOf(by);
  return known === by ? (by_name ?? by) : known;
}
