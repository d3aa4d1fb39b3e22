import { nameKey } from "../../../../lib/name-keys.ts";
import type { KnownEntry, ReadRequest } from "../../../../ports/model.ts";
import type { Token } from "../text/token.ts";
import { isWordToo } from "../words/not-names.ts";

/** Names and aliases of entries that occur in one message, by key. */
export interface KnownIndex {
  /** Entries called exactly so, then those of whose name it is a part; of any kind. */
  readonly find: (key: string) => readonly KnownEntry[];
  /** An entry whose name is one typing error away; only when there is exactly one. */
  readonly near: (key: string) => KnownEntry | undefined;
  /** Whether a name nobody has may be a slip for somebody's, or for the first name of one. */
  readonly mayBeSlip: (key: string) => boolean;
  readonly all: readonly KnownEntry[];
}

/** Typing errors are looked for among this many entries at most: those the caller thought of. */
const MAX_NEAR = 64;
const ARTICLE = /^(?:the|a|an) /;
const NONE: readonly KnownEntry[] = [];

/**
 * Looks at every entry once, and only whether a word of its name is among the message's words;
 * keys are made for those alone, so that the cost of a message hardly grows with the project.
 */
export function indexKnown(request: ReadRequest, tokens: readonly Token[]): KnownIndex {
  const said = wordsSaid(tokens);
  const focus = request.focus.map((entry): KnownEntry => {
    const { gender, ...rest } = entry;
    return { ...rest, aliases: [], ...(gender === undefined ? {} : { gender }) };
  });
  const focused = new Set(focus.map((entry) => entry.entry_id));
  const present = request.known.filter((entry) => focused.has(entry.entry_id) || occurs(entry, said));
  const ids = new Set(present.map((entry) => entry.entry_id));
  const all = [...present, ...focus.filter((entry) => !ids.has(entry.entry_id))];
  const exact = new Map<string, KnownEntry[]>();
  const parts = new Map<string, KnownEntry[]>();
  for (const entry of all) {
    for (const name of [entry.name, ...entry.aliases]) addKeys(exact, parts, entry, nameKey(name));
  }
  return {
    all,
    find: (key) => exact.get(key) ?? parts.get(key) ?? NONE,
    near: (key) => nearest(request.known.length <= MAX_NEAR ? request.known : all, key),
    mayBeSlip: (key) => isSlip(request.known.length <= MAX_NEAR ? [...request.known, ...focus] : all, key),
  };
}

function wordsSaid(tokens: readonly Token[]): ReadonlySet<string> {
  const said = new Set<string>();
  for (const token of tokens) {
    if (token.type === "mark") continue;
    for (const word of /^[a-z0-9]+$/.test(token.low) ? [token.low] : nameKey(token.text).split(" ")) {
      said.add(word);
      if (word.length > 2 && word.endsWith("s")) said.add(word.slice(0, -1));
    }
  }
  return said;
}

function occurs(entry: KnownEntry, said: ReadonlySet<string>): boolean {
  if (nameOccurs(entry.name, said) || entry.aliases.some((alias) => nameOccurs(alias, said))) return true;
  const trade = entry.occupation;
  return trade !== undefined && said.has(trade.slice(trade.lastIndexOf(" ") + 1).toLowerCase());
}

/** Plain names take the short way: folding accents costs more than all the rest. */
function nameOccurs(name: string, said: ReadonlySet<string>): boolean {
  const plain = /^[A-Za-z0-9 ]+$/.test(name) ? name.toLowerCase() : nameKey(name);
  let start = 0;
  while (start < plain.length) {
    const space = plain.indexOf(" ", start);
    const end = space < 0 ? plain.length : space;
    if (end > start && said.has(plain.slice(start, end))) return true;
    start = end + 1;
  }
  return false;
}

function addKeys(
  exact: Map<string, KnownEntry[]>,
  parts: Map<string, KnownEntry[]>,
  entry: KnownEntry,
  key: string,
): void {
  if (key === "") return;
  push(exact, key, entry);
  push(exact, key.replace(ARTICLE, ""), entry);
  const pieces = key.split(" ");
  if (pieces.length < 2) return;
  if (entry.kind === "prop") push(parts, pieces.at(-1) ?? key, entry);
  if (entry.kind !== "character") return;
  for (const piece of pieces) if (piece.length > 1 && !isTitle(piece)) push(parts, piece, entry);
}

function push(map: Map<string, KnownEntry[]>, key: string, entry: KnownEntry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}

const TITLES = new Set(
  "widow preacher tante onkel cousin missus missis señorita chef sra srta padre hauptmann doc ranger madam doña dona dame trooper marshall skipper senator governor congressman congresswoman chancellor comrade ensign matron deacon viscount viscountess mistress mister monsieur mademoiselle herr frau señor señora signor signora sensei chairman chairwoman commodore grandfather grandmother abuela abuelo empress emperor baroness tsar swami ambassador councilor alderman coroner hetman commissioner superintendent supt ds dci pc cpl pvt private brigadier admiral councillor councilwoman councilman nonno nonna opa oma mr mrs ms miss rabbi imam pastor vicar commander constable sheikh abbot abbess bishop cardinal marshal warden deputy corporal auntie granny grandma grandpa nana baba mother-superior dr doctor prof professor detective det captain capt officer sergeant sgt lieutenant lt inspector sheriff judge father sister brother mother uncle aunt king queen prince princess lord lady sir count countess baron duke duchess general colonel major agent special old young big little saint st reverend rev president mayor chief nurse coach madame madam don dona the de la van von of".split(
    " ",
  ),
);

export function isTitle(word: string): boolean {
  return TITLES.has(word);
}

function nearest(all: readonly KnownEntry[], key: string): KnownEntry | undefined {
  if (key.length < 4 || isWordToo(key)) return undefined;
  const close = all.filter((entry) => entry.kind === "character" && oneEditApart(nameKey(entry.name), key));
  return close.length === 1 ? close[0] : undefined;
}

const MIN_SLIP_CHARS = 3;

function isSlip(all: readonly KnownEntry[], key: string): boolean {
  if (key.length < MIN_SLIP_CHARS) return false;
  return all.some((entry) => {
    if (entry.kind !== "character") return false;
    const name = nameKey(entry.name);
    return oneEditApart(name, key) || (!key.includes(" ") && oneEditApart(name.split(" ")[0] ?? "", key));
  });
}

/** One letter added, left out, replaced, or two neighbours swapped. */
export function oneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [left, right] = [a.length - head - tail, b.length - head - tail];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
}
