import { entryAction, slashOf } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { peopleOf } from "../../chat/people.ts";
import type { TableBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { focusOn } from "../../domain/bible/focus.ts";
import { fieldLabel } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { compareFields, type Version, versionsOf } from "../../domain/bible/versions.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import { mayActAs } from "../../domain/role.ts";
import { ago } from "../../lib/ago.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import { entryById, entryNamed } from "./find-entry.ts";
import type { HistoryParts } from "./parts.ts";

/** How far back versions are looked for. */
const CHANGE_LIMIT = 200;
const SHOWN = 3;
/** Columns beside the field's own that a table still shows side by side. */
const MOST_SHOWN = 8;
const CELL_CHARS = 200;
const NUMBERS = /^(?<name>.*?)\s*(?<numbers>(?:(?:\s|^)v?\d{1,5}(?=\s|,|$),?\s*(?:and\s+)?)+)$/is;

/** The newest versions of an entry side by side, what differs first, with a way back to each. */
export async function showVersions(
  parts: HistoryParts,
  turn: Turn,
  kind: EntryKind,
  words: string,
): Promise<Outcome> {
  const { entry, numbers } = await whatIsAsked(parts, turn, kind, words);
  const all = await allVersions(parts, turn, entry);
  const shown = all.slice(0, Math.min(Math.max(numbers[0] ?? SHOWN, 1), MOST_SHOWN));
  return sideBySide(parts, turn, entry, shown, all);
}

/** The versions of an entry with these numbers side by side, the newest first. */
export async function compareVersions(
  parts: HistoryParts,
  turn: Turn,
  kind: EntryKind,
  words: string,
): Promise<Outcome> {
  const { entry, numbers } = await whatIsAsked(parts, turn, kind, words);
  const all = await allVersions(parts, turn, entry);
  const shown = all.filter(({ version }) => numbers.includes(version));
  if (shown.length >= 2) return sideBySide(parts, turn, entry, shown.slice(0, MOST_SHOWN), all);
  const some = all.slice(0, MOST_SHOWN * 2).map(({ version }) => String(version));
  throw new UserError(
    "bad_request",
    `Which two versions of ${entry.name} should I compare? It has ${wordList(some)}.`,
    `Type for example: ${slashOf(kind)} compare "${entry.name}" ${some.at(-1)} ${some[0]}`,
  );
}

async function whatIsAsked(
  parts: HistoryParts,
  turn: Turn,
  kind: EntryKind,
  words: string,
): Promise<{ entry: Entry; numbers: readonly number[] }> {
  const found = NUMBERS.exec(words.trim())?.groups;
  const numbers = (found?.numbers?.match(/\d+/g) ?? []).map(Number);
  const byId = await entryById(parts, turn, found?.name ?? words.trim());
  if (byId?.kind === kind) return { entry: byId, numbers };
  const wordings = [
    { name: words.trim(), numbers: [] as number[] },
    ...(found?.name ? [{ name: found.name, numbers }] : []),
  ];
  const named = await entryNamed(
    parts,
    turn,
    wordings.filter(({ name }) => name !== ""),
    kind,
  );
  if (named) return { entry: named.entry, numbers: named.wording.numbers };
  throw new UserError(
    "not_found",
    words.trim() === ""
      ? "Whose versions do you want to see?"
      : `I find nothing called ${words.slice(0, 60)}.`,
    `Type its name, for example: ${slashOf(kind)} versions Sarah`,
  );
}

async function allVersions(parts: HistoryParts, turn: Turn, entry: Entry): Promise<readonly Version[]> {
  const filter = { project_id: turn.project.id, entry_id: entry.id };
  return versionsOf(await parts.bible.history(filter, CHANGE_LIMIT));
}

async function sideBySide(
  parts: HistoryParts,
  turn: Turn,
  entry: Entry,
  shown: readonly Version[],
  all: readonly Version[],
): Promise<Outcome> {
  const memory = { focus: focusOn(turn.session.memory.focus, [entry]) };
  if (all.length < 2)
    return { blocks: [{ type: "text", text: `${entry.name} has only this one version so far.` }], memory };
  const nameOf = await peopleOf(parts.messages, shown, turn.person);
  const now = parts.clock.now();
  const own = schemaOf(turn.project);
  const { rows, same } = compareFields(shown, own);
  const newest = all[0];
  const table: TableBlock = {
    type: "table",
    title: `${entry.name}, ${shown.length === 1 ? "the newest" : `${shown.length} of ${all.length}`} versions`,
    columns: ["Field", ...shown.map((one) => `v${one.version}${one === newest ? " (now)" : ""}`)],
    rows: [
      ...rows.map(({ field, values }) => [
        fieldLabel(field, entry.kind, own),
        ...values.map((value) => (value === "" ? "–" : ellipsis(value, CELL_CHARS))),
      ]),
      ["Since", ...shown.map(({ by, at }) => `${nameOf(by)}, ${ago(new Date(at), now)}`)],
    ],
    ...(same > 0 ? { note: sameWords(same) } : {}),
  };
  const offers = mayActAs(turn.person.role, "writer") ? backOffers(entry, shown, newest) : [];
  return {
    blocks: [table, ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : [])],
    memory,
  };
}

const sameWords = (same: number): string =>
  same === 1 ? "One other field is the same in all." : `${same} other fields are the same in all.`;

function backOffers(entry: Entry, shown: readonly Version[], newest: Version | undefined): Offer[] {
  if (entry.status === "removed" || entry.status === "locked") return [];
  return shown
    .filter((one) => one !== newest && one.entry.status !== "removed")
    .slice(0, SHOWN)
    .map(({ version }) => ({
      label: `Bring back version ${version}`,
      description: "Writes its values as a new change, which can be undone",
      category: "manual",
      action: entryAction(entry.kind, { action: "restore", id: entry.id, text: String(version) }),
    }));
}
