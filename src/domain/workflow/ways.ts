import { aKind, kindLabel, pluralOf } from "../bible/kind-words.ts";
import { countOf, type EntryKind } from "../bible/kinds.ts";
import { kindsOf } from "../bible/schema-words.ts";
import type { Offer } from "../choice.ts";
import { aPaper, arePlural } from "../paper-words.ts";
import { DOCUMENT_KINDS, type DocumentKind, schemaOf } from "../project.ts";
import type { Need } from "./definition.ts";
import type { Film } from "./film.ts";
import { missingOf } from "./needs.ts";
import { detailed, withDetails } from "./offer-details.ts";
import { addCharacter, addScene, inventCharacters, type Weight, waiveGateOffer } from "./offers.ts";
import { paperHolder } from "./paper-holder.ts";
import { type Standing, survey } from "./survey.ts";

const MAX_WAYS = 4;
const SEE_STATUS: Offer = {
  label: "See where the film stands",
  description: "What is done, and what is next",
  category: "alternative",
  action: { type: "command", command: "workflow", options: { action: "status" } },
};

/**
 * Legal moves that lead on from a refusal: to what the step lacks, or else to where the film stands. At least one, and at
 * most one of them recommended.
 */
export function waysForward(film: Film, standing?: Standing): Offer[] {
  const standings = survey(film);
  const roots = standing ? rootsOf(standing, standings) : [];
  const current = [...standings.values()].filter(({ state }) => state === "active");
  const towards = (roots.length > 0 ? roots : current).flatMap((root) => stepWays(film, root));
  const around = standing ? [...skipWay(standing), ...overrideWay(standing)] : [];
  const ways = best([...towards.slice(0, MAX_WAYS - around.length), ...around]).map((offer) =>
    detailed(film, offer),
  );
  return ways.length > 0 ? ways : best([SEE_STATUS, ...[...standings.values()].flatMap(overrideWay)]);
}

/** What leads through one step: to each thing that it misses, or to marking it done; of a blocked one to what its guard speaks of, else past it. */
export const stepWays = (film: Film, standing: Standing, seen: Seen = new Set()): Offer[] =>
  leading(film, standing, seen).map((offer) => withDetails(film, offer, standing.step));

function leading(film: Film, standing: Standing, seen: Seen): Offer[] {
  const { step, state, missing } = standing;
  const weight = { minutes: step.minutes, difficulty: step.difficulty, impact: step.impact };
  if (state === "blocked")
    return [...guardWays(film, standing, weight, seen), ...overrideWay(standing), ...skipWay(standing)];
  if (step.needs.length === 0) return [markDone(step.id, step.name, weight)];
  return missing.flatMap((need) => waysTo(need, film, weight, seen));
}

/** A guard is an expression; what it speaks of is what can be changed: papers written anew, entries added, steps done. */
function guardWays(film: Film, { step }: Standing, weight: Weight, seen: Seen): Offer[] {
  const source = step.guard?.source ?? "";
  const named = (form: RegExp) => [...source.matchAll(form)].map((match) => match[1] ?? "");
  const papers = DOCUMENT_KINDS.filter((kind) => named(/\bwords\.(\w+)/g).includes(kind));
  const kinds = kindsOf(schemaOf(film.project)).filter((kind) =>
    named(/\b(?:count|confirmed)\.(\w+)/g).includes(kind),
  );
  return [
    ...papers.flatMap((paper) =>
      film.project.documents[paper]
        ? [draftDocument(paper, film, weight)]
        : paperWays(paper, film, weight, seen),
    ),
    ...kinds.flatMap((kind) => addWays(kind, film, weight, seen)),
  ];
}

/** What a gate holds back that was looked into already: gates may wait for one another, and for papers that wait for them. */
type Seen = Set<string>;

/** What leads to what a gate waits for; where that leads round in a circle, to opening it. */
export function gateWays(
  kind: EntryKind,
  held: readonly Need[],
  film: Film,
  weight: Weight = {},
  seen: Seen = new Set(),
): Offer[] {
  if (seen.has(kind)) return [];
  seen.add(kind);
  const ways = held.flatMap((need) =>
    need.type === "document"
      ? paperWays(need.document, film, weight, seen)
      : waysTo(need, film, weight, seen),
  );
  return ways.length > 0 ? ways : [waiveGateOffer(kind, schemaOf(film.project))];
}

/** A paper whose step is locked is not written yet: first what that step waits for. */
function paperWays(document: DocumentKind, film: Film, weight: Weight, seen: Seen): Offer[] {
  const holder = paperHolder(film, document);
  if (!holder) return [draftDocument(document, film, weight)];
  const key = `the ${document}`;
  if (seen.has(key)) return [];
  seen.add(key);
  const ways = rootsOf(holder, survey(film)).flatMap((root) => stepWays(film, root, seen));
  return ways.length > 0 ? ways : [...overrideWay(holder), ...skipWay(holder)];
}

/** What leads to one need. Each passes the gates as the film stands. */
export function waysTo(need: Need, film: Film, weight: Weight = {}, seen: Seen = new Set()): Offer[] {
  switch (need.type) {
    case "document":
      return [draftDocument(need.document, film, weight)];
    case "count":
      return countWays(need, film, weight, seen);
    case "filled":
      return [
        {
          label: `Fill in what ${pluralOf(need.kind, schemaOf(film.project))} lack`,
          description: "I show what waits for an answer",
          category: "alternative",
          ...weight,
          action: { type: "command", command: "open", options: {} },
        },
      ];
    case "evidence":
      return [
        ask(
          `Tell more about ${pluralOf(need.kind, schemaOf(film.project))}`,
          "What somebody said counts as proof",
          `Tell me about one of them in your own words; I keep the words as proof.`,
          weight,
        ),
      ];
  }
}

function countWays(need: Need & { type: "count" }, film: Film, weight: Weight, seen: Seen): Offer[] {
  const own = schemaOf(film.project);
  const label = kindLabel(need.kind, own);
  const living = countOf(film.counts, need.kind);
  if (need.where && living > 0) {
    const { field, value } = need.where;
    const words = `${field.replaceAll("_", " ")} ${value}`;
    return [
      ask(
        `Name a ${label} with ${words}`,
        "Say whose it is",
        `Whose ${field.replaceAll("_", " ")} is ${value}? Say for example: “Sarah’s ${field.replaceAll("_", " ")} is ${value}”.`,
        weight,
      ),
    ];
  }
  if (need.confirmed && living >= need.count) {
    return [
      ask(
        `Confirm ${aKind(need.kind, own)}`,
        "Say which one is settled",
        `Which one is settled? Type for example: /${need.kind} confirm and the name.`,
        weight,
      ),
    ];
  }
  return addWays(need.kind, film, weight, seen);
}

function addWays(kind: EntryKind, film: Film, weight: Weight, seen: Seen): Offer[] {
  const own = schemaOf(film.project);
  const gate = film.workflow.gates.find((each) => each.kind === kind && !film.project.waived_gates?.[kind]);
  const held = gate ? missingOf(gate.needs, film) : [];
  if (held.length > 0) return gateWays(kind, held, film, weight, seen);
  if (kind === "character") return [addCharacter(weight), inventCharacters(3)];
  if (kind === "scene") return [addScene(weight)];
  return [
    ask(
      `Add ${aKind(kind, own)}`,
      "Say it in your own words",
      `Say it as you would to a colleague, or type /${kind === "location" || kind === "prop" || kind === "relationship" ? kind : `entry ${kind}`}.`,
      weight,
    ),
  ];
}

export function draftDocument(document: string, film: Film, weight: Weight = {}): Offer {
  const known = film.counts.character > 0 ? "from what the bible knows" : "to start from";
  const has = film.project.documents[document as DocumentKind] !== undefined;
  return {
    label: has
      ? `Draft ${arePlural(document) ? "other" : "another"} ${document}`
      : `Draft ${aPaper(document)}`,
    description: `I write ${arePlural(document) ? "them" : "one"} ${known}; you change what you like`,
    category: "alternative",
    ...weight,
    action: { type: "command", command: "workflow", options: { action: "write", step: document } },
  };
}

const markDone = (step: string, name: string, weight: Weight): Offer => ({
  label: `Mark ${name.toLowerCase()} done`.slice(0, 80),
  description: "For work made outside of Backlot",
  category: "manual",
  ...weight,
  action: { type: "command", command: "workflow", options: { action: "complete", step } },
});

function skipWay({ step, state }: Standing): Offer[] {
  if (!step.skippable || state === "completed" || state === "skipped") return [];
  return [
    {
      ...ask(
        `Skip ${step.name.toLowerCase()}`,
        "With a reason: not every film has every document",
        `Why is ${step.name} not needed? Type: /workflow skip ${step.id} and the reason.`,
      ),
      category: "manual",
    },
  ];
}

function overrideWay({ step, state }: Standing): Offer[] {
  if (state !== "locked" && state !== "blocked") return [];
  return [
    {
      ...ask(
        `Open ${step.name.toLowerCase()} anyway`,
        "A producer may, with a reason that is kept",
        `A producer may open it before its time. Type: /workflow override ${step.id} and the reason.`,
      ),
      category: "manual",
    },
  ];
}

/** The open steps at the bottom of what holds a step back, and those that are blocked; the step itself when it is one. */
function rootsOf(standing: Standing, standings: ReadonlyMap<string, Standing>): Standing[] {
  const roots = new Map<string, Standing>();
  const seen = new Set<string>();
  const walk = (at: Standing): void => {
    if (seen.has(at.step.id)) return;
    seen.add(at.step.id);
    if (at.state === "active" || at.state === "available" || at.state === "blocked")
      roots.set(at.step.id, at);
    for (const { id } of at.open) {
      const before = standings.get(id);
      if (before) walk(before);
    }
  };
  walk(standing);
  return [...roots.values()];
}

function ask(label: string, description: string, text: string, weight: Weight = {}): Offer {
  return {
    label: label.slice(0, 80),
    description,
    category: "alternative",
    ...weight,
    action: { type: "prompt", text },
  };
}

/** Each action once, and one of them recommended. */
export function best(offers: readonly Offer[]): Offer[] {
  const once = [...new Map(offers.map((offer) => [JSON.stringify(offer.action), offer])).values()];
  return recommendOne(once.slice(0, MAX_WAYS));
}

/** The first that is no way around; where all are, the first. */
export function recommendOne(offers: readonly Offer[]): Offer[] {
  const first = Math.max(
    0,
    offers.findIndex(({ category }) => category !== "manual"),
  );
  return offers.map((offer, at) => ({
    ...offer,
    category:
      at === first ? "recommended" : offer.category === "recommended" ? "alternative" : offer.category,
  }));
}
