import type { DocumentKind } from "../../../domain/project.ts";
import { createRandom, mix } from "../../../lib/random.ts";
import type { WriteRequest } from "../../../ports/model.ts";
import { aOrAn, capital, sentence } from "./grammar.ts";
import { COMMON_SITUATIONS, draftScene } from "./scene.ts";
import { type Story, tellStory } from "./story.ts";
import type { Beat } from "./tables/beat.ts";
import { FIRST_BEATS } from "./tables/beats-first.ts";
import { LAST_BEATS } from "./tables/beats-last.ts";

const BEATS: readonly Beat[] = [...FIRST_BEATS, ...LAST_BEATS];
const OUTLINE_SCENES = 15;
/** Fewer places than this are filled up with invented ones. */
const OUTLINE_PLACES = 4;
const MIN_SYNOPSIS_WORDS = 300;
const MAX_SYNOPSIS_WORDS = 450;
const MAX_QUOTED_WORDS = 60;
/** In the order in which they are left out where a synopsis grows too long, or taken in where it is too short. */
const SYNOPSIS_FIRST = [
  "Opening Image",
  "Set-Up",
  "Catalyst",
  "Break into Two",
  "Midpoint",
  "All Is Lost",
  "Break into Three",
  "Finale",
  "Final Image",
];
const SYNOPSIS_NEXT = ["B Story", "Fun and Games", "Bad Guys Close In", "Dark Night of the Soul", "Debate"];

const WRITERS: Readonly<Record<DocumentKind, (story: Story, request: WriteRequest) => string>> = {
  concept: writeConcept,
  logline: writeLogline,
  synopsis: writeSynopsis,
  beats: writeBeats,
  treatment: writeTreatment,
  outline: writeOutline,
};

/** A paper of the early steps, from the bible's lines and templates; the same request gives the same text. */
export function writeDocument(request: WriteRequest): string {
  const story = tellStory(request);
  return story.tidy(WRITERS[request.document](story, request));
}

function writeConcept(story: Story): string {
  const kind = story.genre ? `a ${story.genre.toLowerCase()}` : "a film";
  return [
    `What if the only one who could do it were someone who ${story.core.but}?`,
    story.say(
      `${capital(kind)} about {intro}, who wants {goal}. When {a thing} turns up at {place}, {he} {has} to choose between what {he} want{s} and what {he} need{s}: {need}.`,
    ),
    story.say("{Foe} stands in the way. {stakes}"),
  ].join(" ");
}

function writeLogline(story: Story): string {
  const { hero, trait } = story;
  const age = hero.age === undefined ? "" : `${hero.age}-year-old `;
  const who = aOrAn(`${trait} ${age}${hero.job ?? "outsider"}`);
  const named = hero.name === `the ${hero.job}` ? who : `${hero.name}, ${who},`;
  return story.say(
    `When {a thing} turns up at {place}, ${named} sets out {goal}, but {foe} will do anything to prevent it. {stakes}`,
  );
}

function writeSynopsis(story: Story, { film }: WriteRequest): string {
  const premise = film.documents.logline ?? "";
  const opening = premise !== "" && countWords(premise) <= MAX_QUOTED_WORDS ? [sentence(premise)] : [];
  const prose = new Map(BEATS.map((beat) => [beat.name, story.say(story.random.pick(beat.long))]));
  const chosen = new Set(SYNOPSIS_FIRST);
  const text = () =>
    [
      ...opening,
      ...paragraphs(
        BEATS.filter((beat) => chosen.has(beat.name)),
        prose,
      ),
    ].join("\n\n");
  for (const name of SYNOPSIS_NEXT) {
    if (countWords(text()) >= MIN_SYNOPSIS_WORDS + 40) break;
    chosen.add(name);
  }
  for (const name of SYNOPSIS_FIRST.toReversed()) {
    if (countWords(text()) <= MAX_SYNOPSIS_WORDS) break;
    chosen.delete(name);
  }
  return text();
}

function paragraphs(beats: readonly Beat[], prose: ReadonlyMap<string, string>): string[] {
  return ([1, 2, 3] as const).map((act) =>
    beats
      .filter((beat) => beat.act === act)
      .map((beat) => prose.get(beat.name) ?? "")
      .join(" "),
  );
}

function writeBeats(story: Story): string {
  return BEATS.map((beat, at) => `${at + 1}. ${beat.name}: ${story.say(story.random.pick(beat.short))}`).join(
    "\n",
  );
}

function writeTreatment(story: Story): string {
  const acts = ["Act One", "Act Two", "Act Three"];
  const parts = acts.map((name, at) => {
    const beats = BEATS.filter((beat) => beat.act === at + 1);
    return `${name}\n\n${beats.map((beat) => story.say(story.random.pick(beat.long))).join("\n\n")}`;
  });
  return [story.title, ...parts].filter((part) => part.trim() !== "").join("\n\n");
}

/** Fifteen scenes that fit their act, with the cast and the places of the bible. */
function writeOutline(story: Story, { seed, film }: WriteRequest): string {
  const cast = story.facts.cast.map((member) => member.name);
  const people = cast.length > 0 ? cast : [story.hero.name];
  const places = [...story.facts.places, ...story.invented].slice(
    0,
    Math.max(OUTLINE_PLACES, story.facts.places.length),
  );
  const lines: string[] = [];
  for (let at = 0; at < OUTLINE_SCENES; at += 1) {
    const act = at < 4 ? 1 : at < 11 ? 2 : 3;
    const kinds = COMMON_SITUATIONS.filter((situation) => situation.act === act);
    const kind =
      createRandom(mix(seed, "act", act)).sample(kinds, kinds.length)[at % kinds.length]?.kind ?? "";
    const scene = draftScene({
      kind: "scene",
      brief: kind,
      film,
      taken: [],
      cast: people,
      places,
      seed,
      index: at,
      attempt: 0,
    });
    lines.push(`${at + 1}. ${scene.heading}\n${scene.summary}`);
  }
  return lines.join("\n\n");
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
