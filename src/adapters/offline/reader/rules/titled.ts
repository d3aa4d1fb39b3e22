import { lowTitled } from "../parts/any-name.ts";
import type { Discourse } from "../parts/discourse.ts";
import { isTitle } from "../parts/known.ts";
import { type Named, nameAt } from "../parts/names.ts";
import { namedParty } from "../parts/party.ts";
import { phraseEnd } from "../parts/phrase.ts";
import { predicateAt } from "../parts/predicate.ts";
import { isPlaceNoun } from "../parts/slot.ts";
import { tellOf } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { present } from "./present.ts";
import { found, type Rule } from "./rule.ts";

/** Done by those who make the film, or to reach somebody: no part in a story. */
const ROOM_VERBS = wordSet(
  "says said thinks sends sent calls called emails emailed texts texted asks asked answers replies replied confirms confirmed wants needs prefers suggests suggested recommends agrees approved approves signs signed reads writes likes loves works plays played looks sounds seems feels gives gave strikes got gets is was has had does did goes went comes came stops stopped joins joined rocks slaps",
);
/** Deeds whose words are things, too. */
const DEEDS = wordSet(
  "investigates chases hunts tracks guards questions suspects blackmails tails raids haunts",
);
/** Titles that a whole film or a saying goes by. */
const SAYINGS = wordSet(
  "old man winter,old man river,old man time,old lady luck,doc martens,doc brown,doc holliday,ranger rick,power ranger,uncle sam,uncle ben,captain obvious,captain america,captain marvel,captain planet,father christmas,father time,mother nature,mother teresa,mr robot,mr bean,mr right,mr nobody,mr smith,mrs robinson,mrs doubtfire,mr fox,mr potato,sister act,sister wives,doctor who,doctor strange,dr strange,dr strangelove,dr who,dr evil,king kong,king lear,king arthur,lady bird,lady gaga,lady macbeth,prince charming,queen elizabeth,brother bear,big ben,big mac,big bang,old navy,old testament,don quixote,don giovanni,agent carter,agent smith,saint laurent,general motors,general electric,major tom",
);
const SHIFTS =
  "nights|days|shifts|mornings|evenings|weekends|late|part-time|parttime|fulltime|full-time|double|graveyard";
const WORKS_AT = firstOf(
  pattern(`works ${SHIFTS}* at|in|behind|for the|a|an|her|his`),
  pattern("mans|tends|minds|cleans the|a"),
);
const RUNS = pattern("runs|owns|manages|keeps the|a|an|this|that");
const DRIVES = pattern("drives a|an|the");
const VEHICLES = wordSet(
  "taxi cab bus ambulance hearse tram lorry limo limousine ferry tractor rickshaw tow",
);
const EXCUSES = wordSet("so because when can ca could will wo would might until till we you");
/** Firms and bands, which run places as well. */
const THINGS = wordSet(
  "production catering netflix disney google apple amazon hbo a24 bbc locations accounting insurance security management staff council",
);
const MAX_PLACE = 5;

/** Somebody unknown whose title and deed say who they are: "Detective Inspector Moira Keane leads the case"; or whose work does: "Tobias works nights at the morgue". */
export const titled: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isSubordinate(s, index) || isShopTalk(s, index) || isFilmTalk(s))
    return undefined;
  const name = nameAt(s, index, talk, "character") ?? lowTitled(s, index, talk);
  if (name === undefined || name.entry !== undefined || name.ambiguous || name.referent !== undefined)
    return undefined;
  if (excused(s, name.to) || THINGS.has(low(s, index))) return undefined;
  if (!name.solid) return worksThere(s, name) ? present(s, index, talk, name, []) : undefined;
  const tied = isPerson(s, index, name) ? tiesKnown(s, index, name, talk) : undefined;
  if (tied !== undefined) return tied;
  return acts(s, index, name) || isOld(s, index, name) || worksThere(s, name)
    ? present(s, index, talk, name, [])
    : undefined;
};

function isPerson(s: Sentence, index: number, name: Named): boolean {
  if (!isTitle(low(s, index)) || name.to - index < 2) return false;
  return !SAYINGS.has(words(s, index, name.to).replace(".", "")) && !ROOM_VERBS.has(low(s, name.to));
}

function acts(s: Sentence, index: number, name: Named): boolean {
  if (!isPerson(s, index, name)) return false;
  return (
    (s.tags(name.to).has("PresentTense") || DEEDS.has(low(s, name.to))) &&
    low(s, name.to).endsWith("s") &&
    at(s, name.to + 1).type === "word"
  );
}

const OLD = wordSet(
  "grandma grandpa granny nana uncle aunt auntie grandmother grandfather mama papa baba nonna nonno abuela abuelo old big little crazy",
);
/** "grandma Bituin raised six kids alone and now she …": a name people give, a deed, and a pronoun for them. */
function isOld(s: Sentence, index: number, name: Named): boolean {
  if (["passed", "died", "visited", "called"].includes(low(s, name.to))) return false;
  if (
    !OLD.has(low(s, index)) ||
    name.to - index < 2 ||
    !s.tags(name.to).has("Verb") ||
    ROOM_VERBS.has(low(s, name.to))
  )
    return false;
  return s.tokens.slice(name.to).some((token) => ["she", "he", "his", "her"].includes(token.low));
}

/** "raised Sarah": whoever does this to somebody of the film is of the film. */
function tiesKnown(s: Sentence, index: number, name: Named, talk: Discourse): ReturnType<Rule> {
  const party = namedParty(s, name);
  const subject = { referent: { ...party.referent, fresh: true }, introduced: true };
  const said = predicateAt(s, name.to, talk, subject);
  if (said === undefined || !said.ties.some((tie) => tie.other.referent.entry_id !== undefined))
    return undefined;
  return found(said.to, tellOf(talk, party, said, true, spanOf(s, index, said.to)));
}

function worksThere(s: Sentence, name: Named): boolean {
  const drives = DRIVES(s, name.to);
  if (drives > 0) return VEHICLES.has(low(s, drives));
  const from = Math.max(WORKS_AT(s, name.to), RUNS(s, name.to));
  if (from < 0) return false;
  for (let here = from; here < Math.min(from + MAX_PLACE, phraseEnd(s, from)); here += 1)
    if (isPlaceNoun(low(s, here))) return true;
  return false;
}

/** The same inside a sentence: "when Officer Tran pulls them over". */
export const isTitledDoing = (s: Sentence, index: number, name: Named): boolean =>
  acts(s, index, name) && !THINGS.has(low(s, index)) && !excused(s, name.to);

function excused(s: Sentence, from: number): boolean {
  return s.tokens.slice(from).some((token) => EXCUSES.has(token.low));
}
