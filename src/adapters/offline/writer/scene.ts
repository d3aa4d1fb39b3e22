import type { ItemFields } from "../../../domain/operation.ts";
import { createRandom, mix, permute, type Random, rotate } from "../../../lib/random.ts";
import type { DraftRequest } from "../../../ports/model.ts";
import { aOrAn, capital, possessive, titleCase } from "./grammar.ts";
import { inventPlace } from "./location.ts";
import {
  AIR,
  OUTDOOR_END,
  SCENE_PROPS,
  STAND_INS,
  TIME_WORDS,
  TIMES,
  WITNESSES,
} from "./tables/scene-parts.ts";
import type { Situation } from "./tables/situation.ts";
import { EARLY_SITUATIONS } from "./tables/situations-early.ts";
import { LATE_SITUATIONS } from "./tables/situations-late.ts";

const SITUATIONS: readonly Situation[] = [...EARLY_SITUATIONS, ...LATE_SITUATIONS];
/** Love is written only on demand: any two of a cast may be brother and sister. */
export const COMMON_SITUATIONS = SITUATIONS.filter((situation) => situation.kind !== "courtship");
const STRIDE = 1_009;
const TRIES = 12;

/** A scene for the cast and places at hand: same seed, index and attempt, same scene; another index, another title. */
export function draftScene(request: DraftRequest): ItemFields {
  const { seed, index, attempt, brief } = request;
  const random = createRandom(mix(seed, index, attempt, "scene"));
  const situations = situationsFor(brief);
  const plot = freePlot(request, situations);
  const people = castFor(request);
  const place = placeFor(request);
  const time =
    TIME_WORDS.find(([pattern]) => pattern.test(brief))?.[1] ?? rotate(TIMES, index, mix(seed, "time"));
  const intExt = sideFor(brief, place.outside);
  return {
    name: plot.title,
    heading: `${intExt}. ${place.name.toUpperCase()} - ${time}`,
    int_ext: intExt,
    set: place.name,
    location: place.name,
    time_of_day: time,
    ...(people.named.length > 0 ? { characters: people.named } : {}),
    summary: summarise(plot, people.all, { intExt, time }, random),
    props: [plot.prop],
  };
}

const TITLES = new Set([
  "The",
  "Doctor",
  "Judge",
  "Captain",
  "Father",
  "Sister",
  "Mother",
  "King",
  "Queen",
  "Old",
  "Young",
]);

interface Plot {
  readonly situation: Situation;
  readonly prop: string;
  readonly title: string;
}

/** The sentences of a scene, in the present tense. */
function summarise(
  plot: Pick<Plot, "situation" | "prop">,
  people: readonly string[],
  where: { readonly intExt: string; readonly time: string },
  random: Random,
): string {
  const { situation, prop } = plot;
  const [lead = "the stranger", other = "the caretaker", third] = people;
  const words: Record<string, string> = {
    A: lead,
    B: other,
    C: third ?? "",
    "A's": possessive(lead),
    prop: `the ${prop}`,
    "a prop": aOrAn(prop),
  };
  const dark = where.time === "NIGHT" || where.time === "EVENING" || where.time === "DUSK";
  const air = AIR[where.intExt.startsWith("EXT") ? "EXT" : "INT"][dark ? "dark" : "light"];
  const open = random.pick(situation.opens);
  const turn = random.pick(naming(situation.turns, open));
  const close = random.pick(naming(situation.closes, open + turn));
  const witness = third === undefined ? [] : [random.pick(WITNESSES)];
  const parts = [random.pick(air), open, turn, ...witness, close];
  const text = parts
    .map((part) => capital(part.replace(/\{([^{}]+)\}/g, (whole, key: string) => words[key] ?? whole)))
    .map((part) => part.replace(/([.!?]”? )(the )/g, (_, end: string) => `${end}The `))
    .join(" ");
  return people.reduce((all, name) => shortenAfterFirst(all, name, people), text);
}

/** Those that bring in whoever has not been named yet; all when both have, or none does. */
function naming(variants: readonly string[], before: string): readonly string[] {
  const missing = ["A", "B"].find((who) => !before.includes(`{${who}`));
  const better = variants.filter((variant) => missing !== undefined && variant.includes(`{${missing}`));
  return better.length > 0 ? better : variants;
}

/** "Maya Okafor … Maya …": the whole name once, unless two people share a first name. */
function shortenAfterFirst(text: string, name: string, people: readonly string[]): string {
  const [first = name, ...rest] = name.split(" ");
  const shared = people.some((other) => other !== name && other.split(" ")[0] === first);
  if (rest.length === 0 || shared || !/^\p{Lu}\p{L}{2,}$/u.test(first) || TITLES.has(first)) return text;
  const end = text.indexOf(name) + name.length;
  return text.slice(0, end) + text.slice(end).replaceAll(name, first);
}

function freePlot(request: DraftRequest, situations: readonly Situation[]): Plot {
  const used = new Set(request.taken.map((name) => name.toLowerCase()));
  for (let step = 0; step < TRIES; step += 1) {
    const plot = plotAt(situations, request.index + STRIDE * (request.attempt + step), request.seed);
    if (!used.has(plot.title.toLowerCase())) return plot;
  }
  return plotAt(situations, request.index + STRIDE * request.attempt, request.seed);
}

/** Each situation meets each prop under each of its titles once; after that titles are numbered. */
function plotAt(situations: readonly Situation[], position: number, seed: number): Plot {
  const situation = rotate(situations, position, mix(seed, "plot"));
  const round = Math.floor(position / situations.length);
  const props = SCENE_PROPS.split(", ");
  const base = permute(mix(situation.kind) % props.length, props.length, seed);
  const prop = props[(base + round) % props.length] ?? "";
  const level = Math.floor(round / props.length);
  const pattern = situation.titles[(round + level) % situation.titles.length] ?? "";
  const title = pattern.replace("{Prop}", titleCase(prop));
  const part = Math.floor(level / situation.titles.length) + 1;
  return { situation, prop, title: part === 1 ? title : `${title}, Part ${part}` };
}

function situationsFor(brief: string): readonly Situation[] {
  const words = new Set(brief.toLowerCase().match(/[\p{L}-]+/gu) ?? []);
  const named = SITUATIONS.filter(
    (situation) => words.has(situation.kind) || situation.words.split(" ").some((word) => words.has(word)),
  );
  return named.length > 0 ? named : COMMON_SITUATIONS;
}

/** Those whom the brief names first, then others in turn: two people, sometimes three; stand-ins where there are too few. */
function castFor({ brief, cast, seed, index }: DraftRequest): { all: string[]; named: string[] } {
  const asked = cast.filter((name) => mentions(brief, name));
  const others = cast.filter((name) => !asked.includes(name));
  const wanted = Math.max(asked.length, index % 3 === 2 ? 3 : 2);
  const drawn =
    others.length === 0 ? [] : turn(others, index, seed).slice(0, Math.max(0, wanted - asked.length));
  const named = [...asked, ...drawn];
  const spare = createRandom(mix(seed, index, "spare")).sample(STAND_INS, Math.max(0, 2 - named.length));
  return { all: [...named, ...spare], named };
}

/** The list from a place on that moves with the index, so that everyone gets a turn beside everyone. */
function turn(list: readonly string[], index: number, seed: number): string[] {
  const first = rotate(list, index, mix(seed, "cast"));
  const rest = list.filter((name) => name !== first);
  return [first, ...createRandom(mix(seed, index, "rest")).sample(rest, rest.length)];
}

interface Place {
  readonly name: string;
  readonly outside: boolean;
}

function placeFor({ brief, places, seed, index }: DraftRequest): Place {
  const asked = places.find((place) => mentions(brief, place));
  if (asked === undefined && places.length === 0) return inventPlace(seed, index);
  const name = asked ?? rotate(places, index, mix(seed, "places"));
  return { name, outside: OUTDOOR_END.test(name) };
}

function mentions(brief: string, name: string): boolean {
  const text = brief.toLowerCase();
  const whole = name.toLowerCase().replace(/^the /, "");
  const first = whole.split(" ")[0] ?? whole;
  return (
    text.includes(whole) ||
    (first.length > 3 && new RegExp(`(?<!\\p{L})${escaped(first)}(?!\\p{L})`, "u").test(text))
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function sideFor(brief: string, outside: boolean): "INT" | "EXT" {
  if (/\b(?:ext|exterior|outside|outdoors)\b/i.test(brief)) return "EXT";
  if (/\b(?:int|interior|inside|indoors)\b/i.test(brief)) return "INT";
  return outside ? "EXT" : "INT";
}
