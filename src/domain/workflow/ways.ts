import { aKind, kindLabel, pluralOf } from "../bible/kind-words.ts";
import { countOf, type EntryKind } from "../bible/kinds.ts";
import type { Offer } from "../choice.ts";
import { schemaOf } from "../project.ts";
import type { Need } from "./definition.ts";
import type { Film } from "./film.ts";
import { missingOf } from "./needs.ts";
import { addCharacter, addScene, inventCharacters, type Weight } from "./offers.ts";
import { type Standing, survey } from "./survey.ts";

const MAX_WAYS = 4;

/** Legal moves that lead on from a refusal: to what the step lacks, or else to where the film stands. At most one is recommended. */
export function waysForward(film: Film, standing?: Standing): Offer[] {
  const standings = survey(film);
  const roots = standing ? openRoots(standing, standings) : [];
  const current = [...standings.values()].filter(({ state }) => state === "active");
  const towards = (roots.length > 0 ? roots : current).flatMap((root) => stepWays(film, root));
  const around = standing ? [...skipWay(standing), ...overrideWay(standing)] : [];
  return best([...towards.slice(0, MAX_WAYS - around.length), ...around]);
}

/** What leads through one open step: to each thing that it misses, or to marking it done. */
export function stepWays(film: Film, { step, missing }: Standing): Offer[] {
  const weight = { minutes: step.minutes, difficulty: step.difficulty, impact: step.impact };
  if (step.needs.length === 0) return [markDone(step.id, step.name, weight)];
  return missing.flatMap((need) => waysTo(need, film, weight));
}

/** What leads to one need. Each passes the gates as the film stands. */
export function waysTo(need: Need, film: Film, weight: Weight = {}): Offer[] {
  switch (need.type) {
    case "document":
      return [draftDocument(need.document, film, weight)];
    case "count":
      return countWays(need, film, weight);
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

function countWays(need: Need & { type: "count" }, film: Film, weight: Weight): Offer[] {
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
  return addWays(need.kind, film, weight);
}

function addWays(kind: EntryKind, film: Film, weight: Weight): Offer[] {
  const own = schemaOf(film.project);
  const gate = film.workflow.gates.find((each) => each.kind === kind && !film.project.waived_gates?.[kind]);
  const held = gate
    ? missingOf(gate.needs, film).filter((need) => !(need.type === "count" && need.kind === kind))
    : [];
  if (held.length > 0) return held.flatMap((need) => waysTo(need, film, weight));
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
  return {
    label: `Draft ${/^[aeiou]/.test(document) ? "an" : "a"} ${document}`,
    description: `I write one ${known}; you change what you like`,
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

/** The open steps at the bottom of what holds a step back; the step itself when it is open. */
function openRoots(standing: Standing, standings: ReadonlyMap<string, Standing>): Standing[] {
  const roots = new Map<string, Standing>();
  const seen = new Set<string>();
  const walk = (at: Standing): void => {
    if (seen.has(at.step.id)) return;
    seen.add(at.step.id);
    if (at.state === "active" || at.state === "available") roots.set(at.step.id, at);
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

/** Each action once, and the first of them recommended unless it is for work done elsewhere. */
export function best(offers: readonly Offer[]): Offer[] {
  const once = [...new Map(offers.map((offer) => [JSON.stringify(offer.action), offer])).values()];
  return once.slice(0, MAX_WAYS).map((offer, at) => ({
    ...offer,
    category: at === 0 ? "recommended" : offer.category === "recommended" ? "alternative" : offer.category,
  }));
}
