import { RELATIONSHIP_TYPES } from "../../../domain/bible/kinds.ts";
import type { ItemFields } from "../../../domain/operation.ts";
import { createRandom, mix } from "../../../lib/random.ts";
import { singular } from "../../../lib/singular.ts";
import type { DraftRequest } from "../../../ports/model.ts";

/** Between any two. Family and love are nothing to draw by lot. */
const ANY = ["friend", "acquaintance", "neighbour", "rival", "ally", "colleague"];
const OF_ONE_TRADE = ["colleague", "rival", "friend"];
/** Past this many years apart one may have taught the other. */
const GENERATION_YEARS = 16;
const GROWN_UP = 18;

/** A tie that two characters may well have, by what is known of them; a brief that names a type has it. */
export function draftTie({ between, brief, seed, index }: DraftRequest): ItemFields {
  const [from = {}, to = {}] = between ?? [];
  const asked = typeIn(brief);
  if (asked !== undefined) return { type: asked };
  const random = createRandom(mix(seed, index, "tie"));
  const job = sharedJob(from, to);
  if (job !== undefined)
    return { type: random.pick(OF_ONE_TRADE), description: `Both are of one trade: ${job}.` };
  const [age, other] = [Number(from.age), Number(to.age)];
  const types = [...ANY];
  if (Math.min(age, other) >= GROWN_UP && Math.abs(age - other) >= GENERATION_YEARS)
    types.push(age > other ? "mentor" : "mentee");
  return { type: random.pick(types) };
}

function typeIn(brief: string): string | undefined {
  const words = brief.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const said = new Set(words.flatMap((word) => [word, singular(word)]));
  return RELATIONSHIP_TYPES.find((type) => said.has(type));
}

function sharedJob(from: ItemFields, to: ItemFields): string | undefined {
  const [one, other] = [from.occupation, to.occupation].map((job) => String(job ?? "").toLowerCase());
  return one !== undefined && one !== "" && one === other ? one : undefined;
}
