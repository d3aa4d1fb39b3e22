import { createRandom, mix, type Random } from "../../../lib/random.ts";
import type { WriteRequest } from "../../../ports/model.ts";
import { asInfinitive, type BibleFacts, type Member, readBibleLines } from "./bible-lines.ts";
import { aOrAn, capital, fill, type Gender, possessive, titleCase } from "./grammar.ts";
import { type Job, otherJob } from "./jobs.ts";
import { inventPlace } from "./location.ts";
import { genderOfFirstName } from "./names.ts";
import { choosePerson } from "./person.ts";
import type { Core } from "./tables/core.ts";
import { BRIGHT_CORES } from "./tables/cores-bright.ts";
import { SCENE_PROPS } from "./tables/scene-parts.ts";
import { jobWish } from "./wish-job.ts";

/** As first mentioned, and after that. */
const FOES = [
  ["a man whom the whole town owes", "the creditor"],
  ["an official who has never lost a case", "the official"],
  ["an old friend with everything to lose", "the old friend"],
  ["a landlady who owns half the street", "the landlady"],
  ["a stranger with the right papers", "the stranger"],
] as const;
const ALLIES = [
  ["an old neighbour", "the neighbour"],
  ["a runaway of sixteen", "the runaway"],
  ["a former colleague", "the colleague"],
  ["the last witness", "the witness"],
] as const;
const FOE_TIES = new Set(["enemy", "rival", "ex-spouse"]);
const NO_ARTICLE =
  /\b(?:street|road|lane|avenue|square|row|court|drive|hill|parade|terrace|point|bay|ridge|heath)$/i;
const COMMON_PLACE =
  /\b(?:diner|bar|caf[eé]|bakery|hotel|motel|laundrette|cinema|theatre|nightclub|club|bookshop|pawnshop|garage|casino|shop|station|hospital|courthouse|school|library|depot|office|market|church|cemetery|bridge|alley|rooftop|underpass|warehouse|factory|apartment|gym|prison|bank|newsroom|morgue|baths|park|embassy|house|mansion|farm|workshop|boatyard|home|vineyard|kitchen|pier|harbou?r|beach|lighthouse|forest|quarry|hut|lake|crossroads|observatory|post|airfield|ruin|docks?|quay|river|street|island|lab|room|cellar|attic|castle|palace|tower|ship|boat|bunker|mine|restaurant|pub)$/i;

/** All that a written paper is made of. Missing parts are invented from the seed. */
export interface Story {
  readonly title: string;
  readonly random: Random;
  readonly facts: BibleFacts;
  readonly hero: Member;
  readonly gender: Gender;
  readonly core: Core;
  readonly invented: readonly string[];
  readonly genre: string | undefined;
  readonly goal: string;
  readonly stakes: string;
  readonly trait: string;
  /** For templates; grammar.ts adds the pronouns. */
  readonly words: Readonly<Record<string, string>>;
  readonly say: (template: string) => string;
  /** The whole text, with invented people described once and named shortly after. */
  readonly tidy: (text: string) => string;
}

export function tellStory(request: WriteRequest): Story {
  const { seed, film, brief } = request;
  const random = createRandom(mix(seed, "story"));
  const facts = readBibleLines(request.bible);
  const hero = heroOf(facts, request);
  const gender: Gender = hero.gender ?? genderOfFirstName(hero.name) ?? "non-binary";
  const job: Job = jobWish(hero.job ?? "") ?? otherJob(hero.job ?? "stranger");
  const core = random.pick(BRIGHT_CORES);
  const others = facts.cast.filter((member) => member !== hero);
  const foe =
    others.find((member) => member.dark) ?? others.find((member) => isTied(facts, hero, member, FOE_TIES));
  const ally = others.find((member) => member !== foe);
  const goal = hero.want ?? goalIn(film.documents) ?? fill(random.pick(job.field.wants), gender);
  const places = placesOf(facts, seed);
  const thing = random.pick(SCENE_PROPS.split(", "));
  const foeWords = random.pick(FOES);
  const allyWords = random.pick(ALLIES);
  const words: Record<string, string> = {
    intro: introduce(hero),
    first: firstName(hero, facts),
    possessive: possessive(firstName(hero, facts)),
    foe: foe?.name ?? foeWords[0],
    ally: ally?.name ?? allyWords[0],
    place: places[0],
    place2: places[1],
    place3: places[2],
    prop: `the ${thing}`,
    thing,
    goal,
    goes: gender === "non-binary" ? "go" : "goes",
    but: core.but,
    lie: fill(core.lie, gender),
    need: fill(core.need, gender),
    trait: core.traits.split(", ")[0] ?? "stubborn",
  };
  const ofFailure = job.field.stakes.filter((each) => each.includes("fail{s}"));
  const stakes = fill(random.pick(ofFailure.length > 0 ? ofFailure : job.field.stakes), gender, words);
  return {
    title: film.title,
    random,
    facts,
    hero,
    gender,
    core,
    invented: [0, 1, 2, 3].map((at) => inventPlace(seed, at).name),
    genre:
      /\b(thriller|comedy|drama|horror film|romance|western|mystery|tragedy|satire|musical|science fiction film)\b/i.exec(
        brief,
      )?.[1],
    goal,
    stakes,
    trait: words.trait ?? "",
    words: { ...words, stakes },
    say: (template) => fill(template, gender, { ...words, stakes }),
    tidy: (text) => [foeWords, allyWords].reduce((all, [full, short]) => shorten(all, full, short), text),
  };
}

/** Whom people call the lead comes first, then whom the film's own papers speak of: leads that were made up come after. */
function heroOf(facts: BibleFacts, request: WriteRequest): Member {
  const { cast } = facts;
  const first = cast[0]?.lead ? cast.slice(0, 1) : [];
  const known =
    first.find((member) => !member.dark) ??
    cast.find((member) => !member.dark && isInPapers(member, request)) ??
    cast.find((member) => member.lead && !member.dark) ??
    cast.find((member) => member.want !== undefined && !member.dark) ??
    cast.find((member) => !member.dark) ??
    cast[0];
  return known ?? heroInPapers(request) ?? inventHero(request);
}

function isInPapers({ name, job }: Member, { film: { documents } }: WriteRequest): boolean {
  const papers = [documents.logline, documents.concept].filter(Boolean).join(". ").toLowerCase();
  return [name, job].some((each) => each !== undefined && each !== "" && papers.includes(each.toLowerCase()));
}

/** "A diver finds a sunken bank": a trade in the film's own papers is the lead until someone has a name. */
function heroInPapers({ film, brief }: WriteRequest): Member | undefined {
  const text = [brief, film.documents.logline, film.documents.concept].filter(Boolean).join(". ");
  const head =
    /\b(?:an?|the)\s+((?:[\p{L}-]+\s+){0,3}[\p{L}-]+?)(?=\s+(?:who|finds?|must|wants?|is|has|discovers?|learns?|tries|sets|falls?|returns?|in|at|with|on|whose)\b|[.,])/iu.exec(
      text,
    )?.[1];
  const job = head === undefined ? undefined : jobWish(head)?.title;
  if (job === undefined) return undefined;
  return {
    name: `the ${job}`,
    job,
    age: undefined,
    want: goalIn(film.documents),
    gender: undefined,
    lead: true,
    dark: false,
  };
}

function inventHero({ seed, film, brief }: WriteRequest): Member {
  const person = choosePerson({
    kind: "character",
    brief,
    film,
    taken: [],
    cast: [],
    places: [],
    seed,
    index: 0,
    attempt: 0,
  });
  return {
    name: person.name,
    job: person.occupation,
    age: person.age,
    want: undefined,
    gender: person.gender,
    lead: true,
    dark: false,
  };
}

function goalIn(documents: WriteRequest["film"]["documents"]): string | undefined {
  const text = [documents.logline, documents.concept].filter(Boolean).join(" ");
  const found =
    /\b(?:wants|sets out|tries|has|is forced|struggles|fights) (to [^,.;–]+)|\bmust ([^,.;–]+)/i.exec(text);
  const goal = found?.[1] ?? (found?.[2] === undefined ? undefined : `to ${found[2]}`);
  return goal === undefined ? undefined : asInfinitive(goal);
}

/** "Sarah, a 28-year-old journalist" or "a diver": to be followed by a comma. */
function introduce(hero: Member): string {
  const job = hero.job ?? "stranger in every room";
  const what = aOrAn(hero.age === undefined ? job : `${hero.age}-year-old ${job}`);
  return hero.name === `the ${hero.job}` ? `${what}, never named` : `${hero.name}, ${what}`;
}

/** The first name, unless another of the cast shares it or it is no name. */
function firstName(hero: Member, facts: BibleFacts): string {
  const [first = hero.name, ...rest] = hero.name.split(" ");
  const shared = facts.cast.some((member) => member !== hero && member.name.split(" ")[0] === first);
  return rest.length === 0 || shared || !/^\p{Lu}\p{Ll}{2,}$/u.test(first) || first === "The"
    ? hero.name
    : first;
}

function isTied(facts: BibleFacts, one: Member, other: Member, types: ReadonlySet<string>): boolean {
  return facts.ties.some((tie) => types.has(tie.type) && joins(tie, one, other));
}

function joins(tie: { from: string; to: string }, one: Member, other: Member): boolean {
  const names = [tie.from, tie.to];
  return names.includes(one.name) && names.includes(other.name);
}

function placesOf(facts: BibleFacts, seed: number): [string, string, string] {
  const at = (index: number): string => articled(facts.places[index] ?? inventPlace(seed, index).name);
  return [at(0), at(1), at(2)];
}

function shorten(text: string, full: string, short: string): string {
  const at = text.toLowerCase().indexOf(full);
  if (at < 0) return text;
  const end = at + full.length;
  const rest = text.slice(end).replaceAll(full, short).replaceAll(capital(full), capital(short));
  return text.slice(0, end) + rest;
}

/** "Diner" → "the diner", "Blue Lantern Bar" → "the Blue Lantern Bar", "Alder Street" and "Lisbon" as they are. */
function articled(place: string): string {
  if (/^(?:the|an?|my|her|his|their)\b/i.test(place)) return place.charAt(0).toLowerCase() + place.slice(1);
  const owner = /['’]s? /.test(place);
  if (owner || NO_ARTICLE.test(place) || !COMMON_PLACE.test(place)) return place;
  const plain = place === place.toUpperCase() ? titleCase(place.toLowerCase()) : place;
  return `the ${plain.includes(" ") ? plain : plain.toLowerCase()}`;
}
