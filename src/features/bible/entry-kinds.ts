import { entryAction, slashOf } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { countWords } from "../../domain/bible/describe.ts";
import { aKind, firstUpper, kindLabel, pluralOf } from "../../domain/bible/kind-words.ts";
import { CustomKindName, countOf, type EntryKind, isBuiltIn } from "../../domain/bible/kinds.ts";
import { kindsOf, resolveKind, wordsOfKind } from "../../domain/bible/schema-words.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import { closest } from "../../lib/closest.ts";
import { wordList } from "../../lib/word-list.ts";

const MAX_OFFERS = 4;

/** The kinds of this film's entries, with how many there are of each. */
export function showKinds(turn: Turn): Outcome {
  const own = schemaOf(turn.project);
  const kinds = [...kindsOf(own), ...givenUp(turn)];
  const items = kinds.map((kind) => {
    const gone = kindsOf(own).includes(kind) ? "" : ", which this film no longer has as a kind";
    return `${firstUpper(countWords(countOf(turn.counts, kind), kind, own))}: ${slashOf(kind)}${gone}`;
  });
  const offers = own.kinds.slice(0, MAX_OFFERS).map(
    ({ name }): Offer => ({
      label: `Add ${aKind(name, own)}`,
      description: "Opens a form",
      category: "alternative",
      opens: true,
      action: entryAction(name, { action: "create" }),
    }),
  );
  return {
    blocks: [
      { type: "list", title: "What this bible holds", items },
      ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : []),
    ],
  };
}

/** The kind that words mean, one the project has given up included while entries of it are left. Throws a UserError that suggests one. */
export function kindNamed(turn: Turn, words: string): EntryKind {
  const own = schemaOf(turn.project);
  const found = resolveKind(words, own) ?? givenUp(turn).find((kind) => kind === words.trim().toLowerCase());
  if (found !== undefined) return found;
  const near = closest(
    words,
    kindsOf(own).flatMap((kind) => wordsOfKind(kind, own)),
  );
  throw new UserError(
    "not_found",
    `This film has no kind “${words.slice(0, 40)}”.`,
    near === undefined
      ? `Its kinds are ${wordList(kindsOf(own).map((kind) => kindLabel(kind, own)))}. /schema kind add makes another.`
      : `Did you mean ${near}?`,
  );
}

/** What a kind that the project has given up still holds is shown and may be removed, and nothing else. */
export function requireKind(turn: Turn, kind: EntryKind): void {
  const own = schemaOf(turn.project);
  if (kindsOf(own).includes(kind)) return;
  throw new UserError(
    "conflict",
    `This film no longer has the kind ${kindLabel(kind, own)}, so its ${pluralOf(kind, own)} are only shown.`,
    `To change them, bring the kind back: /schema kind add ${kind}`,
  );
}

const givenUp = ({ project, counts }: Turn): EntryKind[] =>
  Object.entries(counts).flatMap(([name, count]) => {
    const kind = CustomKindName.safeParse(name);
    const gone = kind.success && !isBuiltIn(kind.data) && !kindsOf(schemaOf(project)).includes(kind.data);
    return gone && count > 0 ? [kind.data] : [];
  });
