import { parseSlugLine } from "../../../domain/bible/slug-line.ts";
import type { ItemFields } from "../../../domain/operation.ts";
import { calmCapitals } from "../../../lib/calm-capitals.ts";
import { wordList } from "../../../lib/word-list.ts";
import type { SummariseRequest } from "../../../ports/model.ts";
import { capital, sentence } from "./grammar.ts";

const MAX_PEOPLE = 6;
const MAX_PROPS = 6;
const AT_TIMES: Readonly<Record<string, string>> = {
  NIGHT: "at night",
  MIDNIGHT: "at midnight",
  DAY: "by day",
  MORNING: "in the morning",
  NOON: "at noon",
  AFTERNOON: "in the afternoon",
  EVENING: "in the evening",
  DAWN: "at dawn",
  SUNRISE: "at sunrise",
  DUSK: "at dusk",
  SUNSET: "at sunset",
};

/** Plain sentences that say what is known of a scene: who is where and when, what is at hand, what was told of it. Nothing is made up. */
export function summariseScene({ scene, people, said }: SummariseRequest): string {
  const props = listOf(scene.props);
  const parts = [
    whoIsWhere(scene, people),
    ...(props.length > 0 ? [`${wordList(props.map(withThe), MAX_PROPS)} ${areOrIs(props)} at hand`] : []),
    ...(scene.notes === undefined ? [] : [String(scene.notes)]),
  ];
  const told = said.length > 0 ? [`Told of it: ${said.map((line) => `“${line}”`).join(" ")}`] : [];
  return [...parts.filter((part) => part !== "").map(sentence), ...told].join(" ");
}

function whoIsWhere(scene: ItemFields, people: SummariseRequest["people"]): string {
  const cast = listOf(scene.characters).map((name) => withTrade(name, people));
  const place = placeOf(scene);
  const time = timeOf(scene);
  const where = [place, time].filter((part) => part !== "").join(" ");
  if (cast.length === 0) return where === "" ? "" : `The scene plays ${where}`;
  const are = cast.length === 1 ? "is" : "are";
  return `${wordList(cast, MAX_PEOPLE)} ${are} ${where === "" ? "in this scene" : where}`;
}

/** "Sarah (28, journalist)". */
function withTrade(name: string, people: SummariseRequest["people"]): string {
  const known = people.find((person) => person.name === name);
  const told = [known?.age, known?.occupation].filter((value) => value !== undefined);
  return told.length > 0 ? `${name} (${told.join(", ")})` : name;
}

function placeOf({ heading, location, set, int_ext }: ItemFields): string {
  const slug = typeof heading === "string" ? parseSlugLine(heading) : undefined;
  const name = [location, set, slug?.set].find((value) => typeof value === "string" && value !== "");
  const side = int_ext ?? slug?.int_ext;
  if (name === undefined) return side === "INT" ? "indoors" : side === "EXT" ? "outdoors" : "";
  const place = withArticle(calmCapitals(String(name)));
  if (side === "INT") return `inside ${place}`;
  return side === "EXT" ? `outside, at ${place}` : `at ${place}`;
}

/** A single word is a sort of place, and more words are a name: "the diner", "Rosa’s Diner". */
function withArticle(name: string): string {
  if (/^the /i.test(name)) return `the ${name.slice(4)}`;
  return /[\s'’]/.test(name) ? name : `the ${name.toLowerCase()}`;
}

function timeOf({ heading, time_of_day }: ItemFields): string {
  const slug = typeof heading === "string" ? parseSlugLine(heading) : undefined;
  return AT_TIMES[String(time_of_day ?? slug?.time_of_day ?? "").toUpperCase()] ?? "";
}

const listOf = (value: unknown): string[] => [value ?? []].flat().map(String);

/** Props with an owner, a name or an article of their own stay as they are. */
const withThe = (prop: string, place: number): string =>
  /^(?:the|an?|his|her|their|\p{Lu})\b|['’]s\b/u.test(prop)
    ? prop
    : `${place === 0 ? capital("the") : "the"} ${prop}`;

const areOrIs = (props: readonly string[]): string =>
  props.length > 1 || /[^s]s$/.test(props[0] ?? "") ? "are" : "is";
