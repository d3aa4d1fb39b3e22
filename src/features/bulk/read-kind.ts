import { UserError } from "../../domain/errors.ts";
import { OPERATION_TYPES } from "../../domain/operation.ts";
import { closest } from "../../lib/closest.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { BulkKind } from "./kinds/kind.ts";

const SHOWN_CHARS = 40;
/** Shorter words are like too many others. */
const LIKE_FROM_CHARS = 4;

/** Reads "character", "Characters" and "people" alike. Throws a UserError that names what can be made, and what may be meant. */
export function readKind(said: string): BulkKind {
  const word = said.trim().toLowerCase();
  const found = kinds.find((kind) => wordsOf(kind).includes(word));
  if (found) return found;
  const like = word.length < LIKE_FROM_CHARS ? undefined : closest(word, kinds.flatMap(wordsOf));
  const meant = kinds.find((kind) => like !== undefined && wordsOf(kind).includes(like));
  throw new UserError(
    "invalid",
    `I cannot make “${ellipsis(said.trim(), SHOWN_CHARS)}” in bulk, only ${wordList(OPERATION_TYPES, OPERATION_TYPES.length)}.`,
    meant
      ? `Did you mean ${meant.type}? Type for example: ${meant.example}`
      : "Type for example: /bulk characters 10",
  );
}

const kinds = OPERATION_TYPES.map((type) => BULK_KINDS[type]);

const wordsOf = ({ type, one, words }: BulkKind): readonly string[] => [type, one, ...words];
