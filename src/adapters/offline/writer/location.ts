import type { ItemFields } from "../../../domain/operation.ts";
import { mix, permute, rotate } from "../../../lib/random.ts";
import { singular } from "../../../lib/singular.ts";
import type { DraftRequest } from "../../../ports/model.ts";
import { titleCase } from "./grammar.ts";
import { ATMOSPHERES, CONDITIONS, DETAILS } from "./tables/place-details.ts";
import { DISTRICTS, PLACE_NAMES } from "./tables/place-names.ts";
import { type PlaceType, placeTypes } from "./tables/place-types.ts";

const NAMES_EACH = 50;
const STRIDE = 1_009;
const TRIES = 12;

/** A place of the tables: same seed, index and attempt, same place; another index, another name. */
export function draftLocation(request: DraftRequest): ItemFields {
  const { seed, index, brief } = request;
  const types = typesFor(brief);
  const { name, type } = freeName(request, types);
  const outside = type.int_ext !== "INT";
  const condition = CONDITIONS.find(([pattern]) => pattern.test(brief))?.[1];
  const place = /\b(?:in|from|near|outside)\s+(\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*)/u.exec(brief)?.[1];
  const detail = rotate(DETAILS[outside ? "EXT" : "INT"], index, mix(seed, type.int_ext));
  return {
    name,
    int_ext: type.int_ext,
    description: [type.look, condition ?? detail, ...(condition ? [detail] : [])].join(" "),
    atmosphere: rotate(ATMOSPHERES, index, mix(seed, "air")),
    ...(place === undefined ? {} : { address: place }),
  };
}

/** A name and a side, for a scene that has no place to play in. */
export function inventPlace(
  seed: number,
  index: number,
): { readonly name: string; readonly outside: boolean } {
  const { name, type } = nameAt(placeTypes(), index, seed);
  return { name, outside: type.int_ext === "EXT" };
}

function freeName(request: DraftRequest, types: readonly PlaceType[]): { name: string; type: PlaceType } {
  const used = new Set(request.taken.map((name) => name.toLowerCase()));
  for (let step = 0; step < TRIES; step += 1) {
    const found = nameAt(types, request.index + STRIDE * (request.attempt + step), request.seed);
    if (!used.has(found.name.toLowerCase())) return found;
  }
  return nameAt(types, request.index + STRIDE * request.attempt, request.seed);
}

/** Each type meets each name once, then each name in each district. */
function nameAt(
  types: readonly PlaceType[],
  position: number,
  seed: number,
): { name: string; type: PlaceType } {
  const type = rotate(types, position, mix(seed, "place"));
  const round = Math.floor(position / types.length);
  const base = permute(mix(type.name) % NAMES_EACH, NAMES_EACH, seed);
  const proper = PLACE_NAMES[type.named].split(", ")[(base + round) % NAMES_EACH] ?? "";
  const districts = DISTRICTS.split(", ");
  const level = Math.floor(round / NAMES_EACH) % (districts.length + 1);
  const name = `${proper} ${type.name}`;
  return { name: level === 0 ? name : `${name}, ${districts[level - 1] ?? ""}`, type };
}

/** The types a brief names; a type of its own for a noun no table knows; else all. */
function typesFor(brief: string): readonly PlaceType[] {
  const words = new Set((brief.toLowerCase().match(/[\p{L}-]+/gu) ?? []).map(singular));
  const exact = placeTypes().filter((type) =>
    type.name
      .toLowerCase()
      .split(" ")
      .every((word) => words.has(word)),
  );
  if (exact.length > 0) return exact;
  const near = placeTypes().filter((type) => type.words.split(" ").some((word) => words.has(word)));
  if (near.length > 0) return near;
  const other =
    /\b(?:an?|one)\s+([\p{L}' -]+?)(?=\s+(?:in|for|with|where|that|on|by|near|at|of)\b|[.,;]|$)/iu.exec(
      brief,
    )?.[1];
  const noun = other?.trim().split(/\s+/).slice(-2) ?? [];
  const title = noun.filter((word) => !isVague(word)).join(" ");
  if (title === "" || isVague(noun.at(-1) ?? "")) return placeTypes();
  return [{ ...UNKNOWN, name: titleCase(title.toLowerCase()) }];
}

function isVague(word: string): boolean {
  return VAGUE.has(word.toLowerCase()) || CONDITIONS.some(([pattern]) => pattern.test(word));
}

const UNKNOWN: PlaceType = {
  name: "",
  int_ext: "INT/EXT",
  named: "street",
  words: "",
  look: "It looks like nothing from the road, and people slow down all the same.",
};
const VAGUE = new Set(
  "place places location locations spot room new few some good scary dark old abandoned remote secret dangerous beautiful interesting nice strange".split(
    " ",
  ),
);
